import { setTimeout as delay } from 'node:timers/promises'
import type { HttpAnswer } from '../../bench/kit/httpAnswer.js'
import { postJson } from '../../bench/kit/load.js'
import type { Documents } from '../operations.js'
import type { Connections } from './connections.js'
import type { Notes } from './notes.js'

type Operation = 'holdSeats' | 'confirmBooking'

// biome-ignore lint/suspicious/noExplicitAny: what a buyer asked for is what it gets
type Answer = any

/** What one try came to: an answer, when to come back, and whether that has to be with the same request. */
interface Tried {
  readonly outcome: string
  readonly answer: Answer
  readonly againAfterMs: number | null
  readonly isOpen: boolean
}

const SOON_MS = 1_000
const IN_PROGRESS = 'RequestInProgressError'
const DOCUMENTS = { holdSeats: 'hold', confirmBooking: 'confirm' } as const

export interface Shared {
  readonly connections: Connections
  readonly documents: Documents
  readonly notes: Notes
  /** Whether nobody asks for anything any more. */
  readonly isOver: () => boolean
}

/** Signs a guest in, however often that takes, and gives the token. */
export async function signIn(shared: Pick<Shared, 'connections' | 'documents'>): Promise<string> {
  const request = postJson('/graphql', { query: shared.documents.signIn })
  for (;;) {
    const body = await shared.connections.send(request).then(
      ({ answer }) => answer.body,
      () => '',
    )
    const token = parse(body).data?.signInAsGuest?.accessToken
    if (token !== undefined) return token
    await delay(SOON_MS)
  }
}

/** Asks for one thing until there is an answer, each time under the same key, as nobody knows whether a lost request was done. */
export async function ask(
  { connections, documents, notes, isOver }: Shared,
  operation: Operation,
  { token, input }: { token: string; input: object },
): Promise<Answer | null> {
  const request = postJson('/graphql', { query: documents[DOCUMENTS[operation]], variables: { input } }, token)
  // Who may have paid wants to know it.
  while (operation === 'confirmBooking' || !isOver()) {
    const wantedAt = performance.now()
    const { tried, sentAt } = await connections.send(request).then(
      ({ answer, sentAt }) => ({ tried: read(operation, answer), sentAt }),
      () => ({ tried: later('connection lost'), sentAt: performance.now() }),
    )
    notes.add(operation, tried.outcome, { wantedAt, sentAt })
    if (tried.againAfterMs === null) return tried.answer
    // Not all at once.
    await delay(tried.againAfterMs * (0.5 + Math.random()))
    if (!tried.isOpen) return tried.answer
  }
  return null
}

function read(operation: Operation, { status, body }: HttpAnswer): Tried {
  const { data, errors } = parse(body)
  const answer = data?.[operation]
  if (!answer) return later(errors?.[0]?.extensions?.code ?? `HTTP ${status}`)
  const outcome = answer.__typename
  const seconds = answer.retryAfterSeconds ?? null
  // Who was told to come back for seats may want others by then.
  const isOpen = outcome === IN_PROGRESS || operation === 'confirmBooking'
  return { outcome, answer, againAfterMs: seconds && seconds * 1000, isOpen }
}

function later(outcome: string): Tried {
  return { outcome, answer: null, againAfterMs: SOON_MS, isOpen: true }
}

function parse(body: string): Answer {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}
