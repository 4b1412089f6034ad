import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'

/** One sending of one request, and what its sender was told. */
export interface Told {
  readonly buyer: string
  readonly accountId: string
  readonly operation: string
  /** The idempotency key, where the operation has one. */
  readonly key: string | null
  /** What was asked for, the key left out. */
  readonly input: Readonly<Record<string, unknown>>
  readonly server: string
  readonly sentAt: Date
  readonly answeredAt: Date
  /** The member of the result union; null when none came. */
  // biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
  readonly answer: any
  /** Why there is no answer: the code of an error, or what happened to the connection. */
  readonly error: string | null
}

/** Keeps all that clients were told, in a file of JSON lines. */
export class Transcript {
  readonly path: string
  /** How often each operation has had each outcome. */
  readonly counts = new Map<string, Map<string, number>>()
  answered = 0
  readonly #file: WriteStream

  constructor(path: string) {
    this.path = path
    this.#file = createWriteStream(path)
  }

  add(told: Told): void {
    this.#file.write(`${JSON.stringify(told)}\n`)
    const outcomes = this.counts.get(told.operation) ?? new Map<string, number>()
    const outcome = told.error ?? told.answer?.__typename ?? 'null'
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    this.counts.set(told.operation, outcomes)
    if (told.error === null) this.answered++
  }

  async close(): Promise<void> {
    this.#file.end()
    await once(this.#file, 'close')
  }
}
