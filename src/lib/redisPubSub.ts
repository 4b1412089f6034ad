import { randomUUID } from 'node:crypto'
import { Redis, type RedisOptions } from 'ioredis'
import { type Listener, LocalPubSub, type PubSub } from './pubsub.js'

/** Messages of one topic that went out together. */
interface Parcel {
  readonly origin: string
  readonly messages: unknown[]
}

/** Messages of these milliseconds go out in one write, which costs as much as one message does. */
const SEND_AFTER_MS = 5

export interface RedisPubSubOptions {
  /** A redis:// URL. */
  readonly url: string
  /** What keeps the topics apart from those of others on the same Redis. */
  readonly namespace: string
  /** Called when Redis is lost (with the error) and when it is back (without one). */
  readonly onStateChange: (error?: Error) => void
  /** Called when a message is none of ours, or of another version of us, and is dropped. */
  readonly onForeignMessage: (error: Error) => void
}

/**
 * A bus over Redis pub/sub. Subscribers here are told directly, so that a server without its Redis still serves those who
 * are connected to it; Redis carries the message to the other processes, and what comes back to its sender is dropped.
 */
export class RedisPubSub implements PubSub {
  readonly #local = new LocalPubSub()
  readonly #origin = randomUUID()
  readonly #listeners = new Map<string, number>()
  readonly #prefix: string
  /** What the next sending takes along. */
  readonly #outbox = new Map<string, unknown[]>()
  #sending: NodeJS.Timeout | null = null
  readonly #publisher: Redis
  readonly #subscriber: Redis

  constructor({ url, namespace, onStateChange, onForeignMessage }: RedisPubSubOptions) {
    this.#prefix = `marquee:${namespace}:`
    const options = {
      enableOfflineQueue: false,
      commandTimeout: 2_000,
      maxRetriesPerRequest: 0,
      retryStrategy: (tries: number) => Math.min(50 * 2 ** tries, 1_000),
    } satisfies RedisOptions
    this.#publisher = new Redis(url, options)
    this.#subscriber = new Redis(url, { ...options, autoResubscribe: false })
    let lost = false
    for (const client of [this.#publisher, this.#subscriber]) {
      client.on('error', (error: Error) => {
        if (!lost) onStateChange(error)
        lost = true
      })
    }
    this.#subscriber.on('ready', () => {
      if (lost) onStateChange()
      lost = false
      this.#resubscribe()
    })
    this.#subscriber.on('message', (channel: string, text: string) => {
      try {
        this.#receive(channel, text)
      } catch (error) {
        onForeignMessage(error as Error)
      }
    })
  }

  publish(topic: string, message: unknown): void {
    this.#local.publish(topic, message)
    if (this.#publisher.status !== 'ready') return
    const waiting = this.#outbox.get(topic)
    if (waiting !== undefined) waiting.push(message)
    else this.#outbox.set(topic, [message])
    this.#sending ??= setTimeout(() => this.#send(), SEND_AFTER_MS)
  }

  subscribe(topic: string, listener: Listener): () => void {
    const stop = this.#local.subscribe(topic, listener)
    const count = this.#listeners.get(topic) ?? 0
    this.#listeners.set(topic, count + 1)
    if (count === 0 && this.#subscriber.status === 'ready') {
      this.#subscriber.subscribe(this.#prefix + topic).catch(() => {})
    }
    return () => {
      stop()
      this.#drop(topic)
    }
  }

  state(): 'connected' | 'lost' {
    return this.#publisher.status === 'ready' && this.#subscriber.status === 'ready' ? 'connected' : 'lost'
  }

  async close(): Promise<void> {
    if (this.#sending !== null) {
      clearTimeout(this.#sending)
      this.#send()
    }
    await this.#publisher.quit().catch(() => this.#publisher.disconnect())
    this.#subscriber.disconnect()
    await this.#local.close()
  }

  #send(): void {
    const pipeline = this.#publisher.pipeline()
    for (const [topic, messages] of this.#outbox) {
      pipeline.publish(this.#prefix + topic, JSON.stringify({ origin: this.#origin, messages } satisfies Parcel))
    }
    this.#outbox.clear()
    this.#sending = null
    pipeline.exec().catch(() => {})
  }

  #drop(topic: string): void {
    const count = (this.#listeners.get(topic) ?? 0) - 1
    if (count > 0) {
      this.#listeners.set(topic, count)
      return
    }
    this.#listeners.delete(topic)
    if (this.#subscriber.status === 'ready') this.#subscriber.unsubscribe(this.#prefix + topic).catch(() => {})
  }

  #resubscribe(): void {
    const channels = [...this.#listeners.keys()].map((topic) => this.#prefix + topic)
    if (channels.length > 0) this.#subscriber.subscribe(...channels).catch(() => {})
  }

  #receive(channel: string, text: string): void {
    const { origin, messages } = JSON.parse(text) as Parcel
    if (origin === this.#origin) return
    for (const message of messages) this.#local.publish(channel.slice(this.#prefix.length), message)
  }
}
