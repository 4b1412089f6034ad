import { randomBytes } from 'node:crypto'
import type { WebhookEventType } from '../../generated/graphql.js'
import { ForbiddenUrlError } from '../../lib/outbound/outbound.js'
import type { InvalidEndpoint } from './outcomes.js'
import type { WebhookServices } from './webhookServices.js'

const MAX_URL_LENGTH = 2_048
const RESOLVE_MS = 5_000
/** As long as what it keys, SHA-256. */
const SECRET_BYTES = 32

/** What is given of an endpoint. */
export interface GivenEndpoint {
  readonly url?: string | null | undefined
  readonly eventTypes?: readonly WebhookEventType[] | null | undefined
}

/** What is wrong first with what is given, null when nothing is. It resolves the host. */
export async function refuseEndpoint(
  { webhooks }: WebhookServices,
  { url, eventTypes }: GivenEndpoint,
): Promise<InvalidEndpoint | null> {
  if (eventTypes?.length === 0) return invalid('eventTypes', 'An endpoint is told of at least one type of event.')
  if (url == null) return null
  if (url.length > MAX_URL_LENGTH) return invalid('url', `A URL has at most ${MAX_URL_LENGTH} characters.`)
  try {
    await webhooks.outbound.check(url, RESOLVE_MS)
    return null
  } catch (error) {
    if (error instanceof ForbiddenUrlError) return invalid('url', error.message)
    throw error
  }
}

/** A new secret, as the convention has it. */
export function makeSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

function invalid(field: string, message: string): InvalidEndpoint {
  return { __typename: 'InvalidWebhookEndpointError', field, message }
}
