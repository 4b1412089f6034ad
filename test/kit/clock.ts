import type { Clock } from '../../src/lib/clock.js'

/** A clock that goes like the real one until it is stopped, and jumps when it is told to. */
export class JumpingClock implements Clock {
  #offsetMs = 0
  #stoppedAt: number | null = null

  now(): Date {
    return new Date((this.#stoppedAt ?? Date.now()) + this.#offsetMs)
  }

  jump(seconds: number): void {
    this.#offsetMs += seconds * 1000
  }

  /** From now on only jumps move it: what happens at exactly some moment can be told. */
  stop(): void {
    this.#stoppedAt ??= Date.now()
  }
}
