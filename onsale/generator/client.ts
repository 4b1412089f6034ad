import { setTimeout as delay } from 'node:timers/promises'
import type { HttpAnswer } from '../../bench/kit/httpAnswer.js'
import { postJson } from '../../bench/kit/load.js'
import type { Documents } from '../operations.js'
import type { Connections } from './connections.js'
import type { Notes } from './notes.js'

type Operation = 'holdSeats' | 'confirmBooking'

// biome-ignore lint/suspicious/noExplicitAny: what a buyer asked for is what it gets
type Answer = any

/** What one try came to: an answer, or when to try again. */
interface Tried {
  readonly outcome: string
  readonly answer: Answer
  readonly againAfterMs: number | null
}

const SOON_MS = 1_000
/** Answers that ask for the same request once more. */
const NOT_YET = new Set(['RequestInProgressError', 'PaymentUnavailableError'])
const DOCUMENTS = { holdSeats: 'hold', confirmBooking: 'confirm' } as const

export interface Shared {
  readonly connections: Connections
  readonly documents: Documents
  readonly notes: Notes
  /** Whether nobody asks for anything any more. */
  readonly isOver: () => boolean
}

/** Signs a guest in and gives the token. */
export async function signIn({ connections, documents }: Pick<Shared, 'connections' | 'documents'>): Promise<string> {
  const { answer } = await connections.send(postJson('/graphql', { query: documents.signIn }))
  const token = JSON.parse(answer.body).data?.signInAsGuest.accessToken
  if (token === undefined) throw new Error(`A guest is not signed in: ${answer.body}`)
  return token
}

/** Asks for one thing until there is an answer, each time under the same key, as nobody knows whether a lost request was done. */
export async function ask(
  { connections, documents, notes, isOver }: Shared,
  operation: Operation,
  { token, input }: { token: string; input: object },
): Promise<Answer | null> {
  const request = postJson('/graphql', { query: documents[DOCUMENTS[operation]], variables: { input } }, token)
  while (!isOver()) {
    const wantedAt = performance.now()
    const { tried, sentAt } = await connections.send(request).then(
      ({ answer, sentAt }) => ({ tried: read(operation, answer), sentAt }),
      () => ({ tried: later('connection lost'), sentAt: performance.now() }),
    )
    notes.add(operation, tried.outcome, { wantedAt, sentAt })
    if (tried.againAfterMs === null) return tried.answer
    // Not all at once.
    await delay(tried.againAfterMs * (0.5 + Math.random()))
    if (tried.answer !== null && operation === 'holdSeats') return tried.answer
  }
  return null
}

function read(operation: Operation, { status, body }: HttpAnswer): Tried {
  const { data, errors } = parse(body)
  const answer = data?.[operation]
  if (!answer) return later(errors?.[0]?.extensions?.code ?? `HTTP ${status}`)
  const outcome = answer.__typename
  const seconds = answer.retryAfterSeconds ?? (NOT_YET.has(outcome) ? SOON_MS / 1000 : null)
  return { outcome, answer, againAfterMs: seconds && seconds * 1000 }
}

function later(outcome: string): Tried {
  return { outcome, answer: null, againAfterMs: SOON_MS }
}

function parse(body: string): Answer {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}
