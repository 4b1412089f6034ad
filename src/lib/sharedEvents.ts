/**
 * Events that are the same for everyone who follows them, whoever asks. What an operation makes of one may be executed once
 * for all who sent that operation, and as for somebody who is not signed in.
 */
export interface SharedEvents<Event = unknown> {
  /** How far they have come. */
  readonly position: number
  /** For how many milliseconds at least what happens is gathered into one event. */
  readonly windowMs: number
  /** What has happened after a position, as one event. For the same position it is the same object, until more happens. */
  since(position: number): Event
  /** Tells the follower of news and of the end, until the function it gives is called. */
  follow(follower: EventFollower): () => void
}

export interface EventFollower {
  /** Something has happened: `since` has it. */
  onNews(): void
  onEnd(): void
}

/**
 * What the resolver of a subscription gives that has shared events: a beginning of its own, and what comes after it. It is
 * an async iterable as GraphQL wants one, but is followed, never iterated.
 */
export class SharedSource<Event = unknown> implements AsyncIterable<Event> {
  /** How far in `events` the first event has come. */
  readonly position: number
  readonly events: SharedEvents<Event>
  #first: Event | null
  readonly #onEnd: () => void
  #hasEnded = false

  constructor({ first, position, events, onEnd }: SharedSourceOptions<Event>) {
    this.#first = first
    this.position = position
    this.events = events
    this.#onEnd = onEnd
  }

  /** Gives the first event, once, and forgets it: it may be large, and whoever follows stays long. */
  takeFirst(): Event {
    const first = this.#first as Event
    this.#first = null
    return first
  }

  /** Has to be called by whoever followed it, at the end. */
  end(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#onEnd()
  }

  [Symbol.asyncIterator](): never {
    throw new Error('Shared events are followed, not iterated.')
  }
}

export interface SharedSourceOptions<Event> {
  readonly first: Event
  readonly position: number
  readonly events: SharedEvents<Event>
  readonly onEnd: () => void
}
