import { z } from 'zod'
import type { Services } from '../../context.js'
import type { WebhookEventType } from '../../generated/graphql.js'
import { judgeAttempt } from './attemptRules.js'
import {
  type AttemptNote,
  type DueDelivery,
  dropDelivery,
  findDueDelivery,
  noteAttempt,
  putOff,
} from './deliveryStore.js'
import { writeBody } from './eventBody.js'
import { signHeaders } from './signature.js'

// Those of before the partner was told have none.
const payloadOf = z.object({ deliveryId: z.uuid(), partnerId: z.string().default('') })
const TIMEOUT_MS = 10_000

/**
 * Sends an event to an endpoint, at least once: what happened is noted after it was sent, so a process that dies in between has it sent again
 * by another one, under the same id.
 */
export async function deliverWebhook(payload: unknown, services: Services): Promise<void> {
  const { deliveryId, partnerId } = payloadOf.parse(payload)
  const { shares } = services.webhooks
  // Several may be begun before the first has taken its place.
  if (!shares.take(partnerId)) return putOff(services.db, deliveryId)
  try {
    await deliver(services, deliveryId)
  } finally {
    shares.giveBack(partnerId)
  }
}

async function deliver(services: Services, deliveryId: string): Promise<void> {
  const delivery = await findDueDelivery(services.db, deliveryId)
  if (delivery === null) return
  const { endpoint } = delivery
  if (endpoint.disabledAt !== null || endpoint.partner.disabledAt !== null) return dropDelivery(services.db, deliveryId)
  await noteAttempt(services.db, await attempt(services, delivery))
}

async function attempt(services: Services, delivery: DueDelivery): Promise<AttemptNote> {
  const at = services.clock.now()
  const startedAt = performance.now()
  const answer = await send(services, delivery, at)
  const durationMs = Math.round(performance.now() - startedAt)
  const verdict = judgeAttempt({ statusCode: answer.statusCode, at, dueSince: delivery.dueSince }, Math.random())
  if (verdict.status === 'FAILED') {
    const { id: deliveryId, endpointId } = delivery
    services.log.warn({ deliveryId, endpointId, ...answer }, 'an event could not be told to a partner')
  }
  return { deliveryId: delivery.id, at, durationMs, ...answer, ...verdict }
}

type Answer = Pick<AttemptNote, 'statusCode' | 'excerpt' | 'error'>

async function send({ webhooks }: Services, { event, endpoint }: DueDelivery, at: Date): Promise<Answer> {
  const { id, occurredAt, data } = event
  const body = writeBody({ type: event.type as WebhookEventType, occurredAt, data })
  try {
    const headers = signHeaders(webhooks.sealer, endpoint, { id, at, body })
    const { status, excerpt } = await webhooks.outbound.post({
      url: endpoint.url,
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
    })
    return { statusCode: status, excerpt, error: null }
  } catch (error) {
    return { statusCode: null, excerpt: null, error: tell(error) }
  }
}

/** A refused connection to several addresses has its reasons within, and no message of its own. */
function tell(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException
  return message || code || 'no answer'
}
