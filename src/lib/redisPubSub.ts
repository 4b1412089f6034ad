import { randomUUID } from 'node:crypto'
import { Redis, type RedisOptions } from 'ioredis'
import { type Listener, LocalPubSub, type PubSub } from './pubsub.js'

export interface RedisPubSubOptions {
  /** A redis:// URL. */
  readonly url: string
  /** What keeps the topics apart from those of others on the same Redis. */
  readonly namespace: string
  /** Called when Redis is lost (with the error) and when it is back (without one). */
  readonly onStateChange: (error?: Error) => void
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
  readonly #publisher: Redis
  readonly #subscriber: Redis

  constructor({ url, namespace, onStateChange }: RedisPubSubOptions) {
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
    this.#subscriber.on('message', (channel: string, text: string) => this.#receive(channel, text))
  }

  publish(topic: string, message: unknown): void {
    this.#local.publish(topic, message)
    if (this.#publisher.status !== 'ready') return
    this.#publisher.publish(this.#prefix + topic, JSON.stringify({ origin: this.#origin, message })).catch(() => {})
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
    this.#publisher.disconnect()
    this.#subscriber.disconnect()
    await this.#local.close()
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
    const { origin, message } = JSON.parse(text) as { origin: string; message: unknown }
    if (origin !== this.#origin) this.#local.publish(channel.slice(this.#prefix.length), message)
  }
}
