import type { Clock } from '../../src/lib/clock.js'

/** A clock that goes like the real one, and jumps when it is told to. */
export class JumpingClock implements Clock {
  #offsetMs = 0

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }

  jump(seconds: number): void {
    this.#offsetMs += seconds * 1000
  }
}
