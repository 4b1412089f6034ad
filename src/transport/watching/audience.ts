import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EventFollower, SharedEvents } from '../../lib/sharedEvents.js'
import type { ExecutionOutcome } from '../pipeline/maskErrors.js'
import type { Follower } from './follower.js'
import { type Tail, tailOfNext } from './nextMessage.js'

/** So many are told in one go; then what else is due has its turn. */
const TOLD_AT_ONCE = 2_500

export interface AudienceOptions {
  readonly events: SharedEvents
  /** Executes the operation that they all have sent. Never rejects. */
  readonly execute: (event: unknown) => Promise<ExecutionOutcome>
  readonly onEmpty: () => void
}

/**
 * Those who follow the same events by equal operations. What an operation makes of an event is executed once and serialized
 * once, however many they are.
 *
 * The first event after a quiet time is told at once. Then it rests: for the window of the events, in which they gather, and at
 * least for as long as it was at work, so that half of the time is left to others.
 */
export class Audience implements EventFollower {
  readonly #events: SharedEvents
  readonly #execute: AudienceOptions['execute']
  readonly #onEmpty: () => void
  readonly #followers = new Set<Follower>()
  readonly #tails = new WeakMap<object, Promise<Tail>>()
  #unfollow: (() => void) | null = null
  #telling: NodeJS.Timeout | NodeJS.Immediate | null = null
  #restsUntil = 0

  constructor({ events, execute, onEmpty }: AudienceOptions) {
    this.#events = events
    this.#execute = execute
    this.#onEmpty = onEmpty
  }

  join(follower: Follower): void {
    this.#unfollow ??= this.#events.follow(this)
    this.#followers.add(follower)
  }

  leave(follower: Follower): void {
    this.#followers.delete(follower)
    if (this.#followers.size > 0) return
    this.#unfollow?.()
    this.#onEmpty()
  }

  onNews(): void {
    if (this.#telling !== null) return
    const restMs = this.#restsUntil - performance.now()
    const tell = () => void this.#tellAll()
    this.#telling = restMs > 0 ? setTimeout(tell, restMs) : setImmediate(tell)
  }

  onEnd(): void {
    for (const follower of this.#followers) follower.end()
  }

  /** Has a follower told what it lacks, if anything. */
  catchUp({ position }: Follower): void {
    if (position < this.#events.position) this.onNews()
  }

  /** The end of the message that tells of an event. */
  serialize(event: unknown): Promise<Tail> {
    const known = this.#tails.get(event as object)
    if (known !== undefined) return known
    const tail = this.#execute(event).then(tailOfNext)
    this.#tails.set(event as object, tail)
    return tail
  }

  async #tellAll(): Promise<void> {
    const { position, windowMs } = this.#events
    const { isMissed, workedMs } = await this.#tell(position)
    this.#restsUntil = windowMs === 0 ? 0 : performance.now() + Math.max(windowMs, workedMs)
    this.#telling = null
    if (isMissed || this.#events.position > position) this.onNews()
  }

  /** Tells everyone who is ready what has happened up to a position: whether somebody got ready too late for that, and how long it took. */
  async #tell(position: number): Promise<{ isMissed: boolean; workedMs: number }> {
    const tails = await this.#serializeUpTo(position)
    let [told, isMissed, workedMs, beganAt] = [0, false, 0, performance.now()]
    for (const follower of this.#followers) {
      if (!follower.isReady || follower.position >= position) continue
      const tail = tails.get(follower.position)
      if (tail === undefined) isMissed = true
      else follower.take(tail, position)
      told += 1
      if (told % TOLD_AT_ONCE !== 0) continue
      workedMs += performance.now() - beganAt
      await nextTurn()
      beganAt = performance.now()
    }
    return { isMissed, workedMs: workedMs + performance.now() - beganAt }
  }

  /** What is to be told up to now, by how much a follower knows: nearly all of them know the same. */
  async #serializeUpTo(position: number): Promise<Map<number, Tail>> {
    const known = new Set<number>()
    for (const follower of this.#followers) {
      if (follower.isReady && follower.position < position) known.add(follower.position)
    }
    const events = [...known].map((since) => [since, this.#events.since(since)] as const)
    const tails = new Map<number, Tail>()
    for (const [since, event] of events) tails.set(since, await this.serialize(event))
    return tails
  }
}
