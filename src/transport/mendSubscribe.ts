import { MessageType, type SubscribeMessage } from 'graphql-ws'

/** A `subscribe` message that graphql-ws takes, and what it stands for. */
export interface MendedSubscribe {
  readonly id: string
  /** As it came. */
  readonly payload: Readonly<Record<string, unknown>>
  /** What graphql-ws is to take in its place. */
  readonly text: string
}

/**
 * What to hand to graphql-ws in the place of a message for which it would close the socket, with all that runs on it: a `subscribe` whose
 * parameters are of wrong types, which is refused by itself as over HTTP, or that names its operation by an id and has no text. Null for all other
 * messages.
 */
export function mendSubscribe(text: string): MendedSubscribe | null {
  const message = parse(text)
  if (!isRecord(message)) return null
  const { id, type, payload } = message
  if (type !== MessageType.Subscribe || typeof id !== 'string' || id === '' || !isRecord(payload)) return null
  const mended: SubscribeMessage = { id, type, payload: { query: '' } }
  return { id, payload, text: JSON.stringify(mended) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
