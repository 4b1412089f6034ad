import { type Client, createClient } from 'graphql-ws'
import { Environment, type GraphQLResponse, Network, Observable, RecordSource, Store } from 'relay-runtime'
import { WebSocket } from 'ws'

export interface RelayClient {
  readonly environment: Environment
  close(): Promise<void>
}

/** Relay with fetch for queries and mutations, and graphql-ws for subscriptions, as Relay's documentation has it. */
export function createRelayClient(url: string, token?: string): RelayClient {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const socket = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: authorization,
  })
  const network = Network.create(
    async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ query: text, variables }),
      })
      return (await response.json()) as GraphQLResponse
    },
    ({ text }, variables) => watch(socket, text!, variables),
  )
  const environment = new Environment({ network, store: new Store(new RecordSource()) })
  return { environment, close: async () => socket.dispose() }
}

function watch(socket: Client, query: string, variables: Record<string, unknown>): Observable<GraphQLResponse> {
  return Observable.create((sink) =>
    socket.subscribe(
      { query, variables },
      {
        next: (result) => sink.next(result as GraphQLResponse),
        error: (error) => sink.error(error as Error),
        complete: () => sink.complete(),
      },
    ),
  )
}
