import { ConsecutiveBreaker, circuitBreaker, handleWhenResult, isBrokenCircuitError } from 'cockatiel'
import type { Delivery } from './delivery.js'

const FAILURES = 5
const PAUSE_MS = 10_000

interface Sender<Message> {
  send(message: Message): Promise<Delivery>
}

/**
 * A sender that leaves a provider alone for ten seconds after it was away five times in a row: a server that lets everybody wait
 * must not keep those who work jobs from the others'.
 */
export function withBreaker<Message>(sender: Sender<Message>): Sender<Message> {
  // One that breaks off, or is silent once it has the message, is asked no more either: what it is given meanwhile is lost.
  const isAway = handleWhenResult((result) => ['away', 'unknown'].includes((result as Delivery).kind))
  const policy = circuitBreaker(isAway, { halfOpenAfter: PAUSE_MS, breaker: new ConsecutiveBreaker(FAILURES) })
  return {
    async send(message) {
      try {
        return await policy.execute(() => sender.send(message))
      } catch (error) {
        if (!isBrokenCircuitError(error)) throw error
        return { kind: 'away', reason: 'not tried, as the provider was away a moment ago' }
      }
    },
  }
}
