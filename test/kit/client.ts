import { createClient as createSocketClient } from 'graphql-ws'
import { WebSocket } from 'ws'

export interface GraphqlResponse {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  readonly data?: any
  readonly errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[]
}

export type Variables = Record<string, unknown>

export interface Client {
  readonly token: string | undefined
  /** Sends an operation by POST and gives the whole answer. */
  send(query: string, variables?: Variables): Promise<GraphqlResponse>
  /** Sends an operation by POST and gives its data. Throws when there are errors. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  query(query: string, variables?: Variables): Promise<any>
  /** Subscribes over a WebSocket of its own. */
  subscribe(query: string, variables?: Variables): Subscription
}

/** The events of a subscription. `next` waits for the next one. */
export interface Subscription {
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  next(): Promise<any>
  close(): Promise<void>
}

/** A client of the API as a program would be one: fetch, and the graphql-ws client. Of the headers, the latter sends none. */
export function createClient(url: string, token?: string, headers: Record<string, string> = {}): Client {
  const send = async (query: string, variables: Variables = {}): Promise<GraphqlResponse> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers, ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, headers: response.headers, ...((await response.json()) as object) }
  }
  return {
    token,
    send,
    async query(query, variables) {
      const { data, errors } = await send(query, variables)
      if (errors !== undefined) throw new Error(JSON.stringify(errors))
      return data
    },
    subscribe: (query, variables = {}) => subscribe(url, token, { query, variables }),
  }
}

function subscribe(
  url: string,
  token: string | undefined,
  operation: { query: string; variables: Variables },
): Subscription {
  const socket = createSocketClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  })
  const events = socket.iterate(operation)
  return {
    async next() {
      const { done, value } = await events.next()
      if (done) throw new Error('the subscription has ended')
      if (value.errors) throw new Error(JSON.stringify(value.errors))
      return value.data
    },
    async close() {
      await events.return?.()
      await socket.dispose()
    },
  }
}
