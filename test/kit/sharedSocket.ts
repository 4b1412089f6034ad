import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Subscription, Variables } from './client.js'

/** A WebSocket that carries any number of subscriptions. */
export interface SharedSocket {
  subscribe(query: string, variables: Variables): Subscription
  close(): Promise<void>
}

/** Opens one to the address of an API. Its subscriptions end with it. */
export function openSocket(url: string): SharedSocket {
  const socket = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => {},
  })
  return {
    subscribe(query, variables) {
      const events = socket.iterate({ query, variables })
      return {
        async next() {
          const { done, value } = await events.next()
          if (done) throw new Error('the subscription has ended')
          if (value.errors) throw new Error(JSON.stringify(value.errors))
          return value.data
        },
        async close() {
          await events.return?.()
        },
      }
    },
    async close() {
      await socket.dispose()
    },
  }
}
