import { randomUUID } from 'node:crypto'
import { type Context, createContext, type Services } from '../context.js'
import { SharedSource } from '../lib/sharedEvents.js'
import { UNKNOWN_ADDRESS } from './clientAddress.js'
import { type Executor, mapEvents } from './pipeline/executor.js'
import { internalError } from './pipeline/maskErrors.js'
import type { Pipeline, PreparedOperation } from './pipeline/pipeline.js'
import type { SocketRequest } from './socketRequest.js'
import { Audiences } from './watching/audiences.js'
import { Follower } from './watching/follower.js'

export interface SubscribeOptions {
  readonly executor: Executor
  readonly pipeline: Pipeline
  readonly services: Services
}

/** How subscriptions are begun: those whose events are the same for everyone join an audience, the others run on their own. */
export function createSubscribe({ executor, pipeline, services }: SubscribeOptions) {
  const execute = async (operation: PreparedOperation, context: Context, event: unknown) =>
    pipeline.tellCost(operation, await executor.execute(operation, context, event))

  const audiences = new Audiences(async (operation, event) => {
    // Nobody is signed in there, so that no answer can have what only one viewer may see.
    const context = createContext(services, { viewer: null, partner: null, address: UNKNOWN_ADDRESS })
    return execute(operation, context, event).catch((error: unknown) => {
      services.log.error({ err: error, requestId: context.requestId }, 'an event could not be executed')
      return { errors: [internalError(context.requestId)] }
    })
  })

  return async ({ id, operation, context, extra, pending }: SocketRequest) => {
    const end = () => void extra.running.delete(pending)
    const source = await executor.openSource(operation, context)
    if (!(Symbol.asyncIterator in source)) {
      end()
      return source
    }
    if (source instanceof SharedSource) {
      const audience = audiences.find(operation, source.events)
      return onceOver(new Follower(extra, id, source, audience), end)
    }
    // Each event in a context of its own, as loaders would remember what an earlier one has read.
    const executeEvent = (event: unknown) => execute(operation, createContext(services, context, randomUUID()), event)
    return onceOver(mapEvents(source, executeEvent), end)
  }
}

/**
 * Events, which tell when they are over: by themselves, by a failure, or as they are ended. Once they are ended nothing more is heard of them:
 * graphql-ws would end what has the same id by then.
 */
function onceOver<Event>(events: AsyncIterableIterator<Event>, end: () => void): AsyncIterableIterator<Event> {
  let isEnded = false
  return {
    async next() {
      try {
        const event = await events.next()
        if (event.done) end()
        if (!isEnded) return event
      } catch (error) {
        end()
        if (!isEnded) throw error
      }
      return new Promise(() => {})
    },
    async return() {
      isEnded = true
      end()
      return (await events.return?.()) ?? { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
