import { Batches } from '../../../lib/batches.js'
import { type Database, isRefusedWrite } from '../../../lib/db/index.js'
import { type GivenAnswer, type Kept, keepAnswer, keepAnswers } from './answerStore.js'

/** While two are written, the next gather: more at once are smaller, and cost more than they spare. */
const MAX_SIZE = 128
const MAX_RUNNING = 2
/** A database that does not answer keeps nobody waiting for longer than a statement takes at most, and this. */
const MAX_WAIT_MS = 5_000

export interface AnswerBatchesOptions {
  readonly db: Database
  /** How many answers may wait to be kept. */
  readonly maxWaiting: number
}

/** Keeps answers that come at once together, each under its key and with its own outcome. */
export class AnswerBatches {
  readonly #options: AnswerBatchesOptions
  readonly #batches: Batches<GivenAnswer, Kept>

  constructor(options: AnswerBatchesOptions) {
    this.#options = options
    this.#batches = new Batches({
      maxSize: MAX_SIZE,
      maxRunning: MAX_RUNNING,
      maxWaitMs: MAX_WAIT_MS,
      keysOf: ({ request: { accountId, operation, key } }) => [`${accountId} ${operation} ${key}`],
      run: (given) => this.#keep(given),
    })
  }

  /** Whether so many answers wait that no more should come. */
  get isFull(): boolean {
    return this.#batches.waiting >= this.#options.maxWaiting
  }

  /**
   * Keeps an answer, and gives the one that is kept: an earlier one where there is one.
   *
   * @throws {WaitedTooLongError} when the database is too slow for those who wait.
   */
  keep(given: GivenAnswer): Promise<Kept> {
    return this.#batches.run(given)
  }

  async #keep(given: readonly GivenAnswer[]): Promise<PromiseSettledResult<Kept>[]> {
    const { db } = this.#options
    try {
      const kept = await keepAnswers(db, given)
      return kept.map((value) => ({ status: 'fulfilled', value }))
    } catch (error) {
      if (!isRefusedWrite(error)) throw error
      // One of them cannot be kept, which is not to be the end of the others.
      return Promise.allSettled(given.map(({ request, answer }) => keepAnswer(db, request, answer)))
    }
  }
}
