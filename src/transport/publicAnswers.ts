import { LRUCache } from 'lru-cache'
import type { Answer } from './respond.js'

const MAX_BYTES = 32 * 1024 * 1024
/** Of a body, in characters: Node sends a shorter text with its headers in one piece, and does not encode a longer one again as bytes. */
const LONG = 4_096

/** What is asked by a query, by somebody who is not signed in. */
export interface PublicQuestion {
  readonly method: string
  readonly mediaType: string
  readonly query: string
  readonly operationName: string | undefined
  readonly variables: unknown
}

/** An answer, and whether it may be given to others. */
export interface PublicAnswer extends Answer {
  readonly isGood: boolean
}

interface Asking {
  readonly make: () => Promise<PublicAnswer>
  made: PublicAnswer | null
}

/**
 * Answers to queries of those who are not signed in, all of whom would get the same: made once for all who ask at the same time,
 * and kept for a moment. What went wrong is given to nobody else.
 */
export class PublicAnswers {
  readonly #kept: LRUCache<string, PublicAnswer, Asking>

  constructor(keepMs: number) {
    this.#kept = new LRUCache({
      ttl: keepMs,
      maxSize: MAX_BYTES,
      sizeCalculation: ({ body }, key) => body.length + key.length,
      fetchMethod: async (_key, _stale, { context }) => {
        context.made = await context.make()
        return context.made.isGood ? toKept(context.made) : undefined
      },
    })
  }

  /** The answer to a question: one that is kept, or what `make` makes. */
  async answer(question: PublicQuestion, make: () => Promise<PublicAnswer>): Promise<PublicAnswer> {
    const context: Asking = { make, made: null }
    const kept = await this.#kept.fetch(JSON.stringify(question), { context })
    return context.made ?? kept ?? make()
  }
}

function toKept(answer: PublicAnswer): PublicAnswer {
  return answer.body.length < LONG ? answer : { ...answer, body: Buffer.from(answer.body) }
}
