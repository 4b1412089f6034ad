import { EventEmitter } from 'node:events'

/** Tells every process what happened. At most once: who must not miss anything looks into Postgres from time to time. */
export interface PubSub {
  /** Tells all subscribers of the topic, here at once and elsewhere soon. Never waits, never fails. */
  publish(topic: string, message: unknown): void
  /** Calls `listener` for each message of the topic, until the function it gives is called. */
  subscribe(topic: string, listener: Listener): () => void
  /** Whether other processes are reached: never, now, or not at the moment. */
  state(): 'local' | 'connected' | 'lost'
  close(): Promise<void>
}

export type Listener = (message: unknown) => void

/** A bus within this process, for a server that runs alone. */
export class LocalPubSub implements PubSub {
  readonly #emitter = new EventEmitter().setMaxListeners(0)

  publish(topic: string, message: unknown): void {
    this.#emitter.emit(topic, message)
  }

  subscribe(topic: string, listener: Listener): () => void {
    this.#emitter.on(topic, listener)
    return () => this.#emitter.off(topic, listener)
  }

  state(): 'local' {
    return 'local'
  }

  async close(): Promise<void> {
    this.#emitter.removeAllListeners()
  }
}
