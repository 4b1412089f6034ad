import { getOperationAST } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Documents } from './documents.js'
import type { Answer } from './respond.js'

const MAX_BYTES = 32 * 1024 * 1024

/** What is asked, by somebody who is not signed in. */
export interface PublicQuestion {
  readonly method: string
  readonly mediaType: string
  readonly query: string
  readonly operationName: string | null
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
  readonly #documents: Documents
  readonly #kept: LRUCache<string, PublicAnswer, Asking>

  constructor({ documents, keepMs }: { readonly documents: Documents; readonly keepMs: number }) {
    this.#documents = documents
    this.#kept = new LRUCache({
      ttl: keepMs,
      maxSize: MAX_BYTES,
      sizeCalculation: ({ body }, key) => body.length + key.length,
      fetchMethod: async (_key, _stale, { context }) => {
        context.made = await context.make()
        return context.made.isGood ? { ...context.made, body: Buffer.from(context.made.body) } : undefined
      },
    })
  }

  /** The answer to a question: one that is kept, or what `make` makes. */
  async answer(question: PublicQuestion, make: () => Promise<PublicAnswer>): Promise<PublicAnswer> {
    if (!this.#isQuery(question)) return make()
    const context: Asking = { make, made: null }
    const kept = await this.#kept.fetch(JSON.stringify(question), { context })
    return context.made ?? kept ?? make()
  }

  #isQuery({ query, operationName }: PublicQuestion): boolean {
    const parsed = this.#documents.read(query)
    return 'document' in parsed && getOperationAST(parsed.document, operationName)?.operation === 'query'
  }
}
