/**
 * Lets no more than `most` begin in a turn of the event loop; the others wait for the next turns, in their order. So a crowd that
 * comes at once does not keep what is under way from going on.
 */
export class Turns {
  readonly #most: number
  #begun = 0
  #waiting: (() => void)[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** Waits for a turn that has room: not at all where this one has. */
  async begin(): Promise<void> {
    if (this.#begun === 0) setImmediate(() => this.#endTurn())
    this.#begun += 1
    if (this.#begun > this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #endTurn(): void {
    const next = this.#waiting.splice(0, this.#most)
    this.#begun = next.length
    if (next.length === 0) return
    setImmediate(() => this.#endTurn())
    for (const begin of next) begin()
  }
}
