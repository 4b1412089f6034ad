import { randomUUID } from 'node:crypto'
import { type Listener, LocalPubSub, type PubSub } from '../pubsub.js'
import { RedisCluster } from './redisCluster.js'
import type { Parcel, RedisLink } from './redisLink.js'
import { RedisNode } from './redisNode.js'
import type { RedisScripts } from './redisScripts.js'
import { splitRedisUrls } from './redisUrls.js'

export interface RedisPubSubOptions {
  /** A redis:// URL, or several of a cluster's nodes with commas in between. */
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
export class RedisPubSub implements PubSub, RedisScripts {
  readonly #options: RedisPubSubOptions
  readonly #local = new LocalPubSub()
  readonly #origin = randomUUID()
  readonly #listeners = new Map<string, number>()
  readonly #prefix: string
  readonly #link: RedisLink
  #isLost = false
  #isClosed = false

  constructor(options: RedisPubSubOptions) {
    this.#options = options
    this.#prefix = `marquee:${options.namespace}:`
    const events = {
      origin: this.#origin,
      onParcel: (channel: string, text: string) => this.#receive(channel, text),
      onChange: (error?: Error) => this.#noteState(error),
    }
    const urls = splitRedisUrls(options.url)
    this.#link = urls.length > 1 ? new RedisCluster({ ...events, urls }) : new RedisNode({ ...events, url: urls[0]! })
  }

  publish(topic: string, message: unknown): void {
    this.#local.publish(topic, message)
    this.#link.publish(this.#prefix + topic, message)
  }

  subscribe(topic: string, listener: Listener): () => void {
    const stop = this.#local.subscribe(topic, listener)
    const count = this.#listeners.get(topic) ?? 0
    this.#listeners.set(topic, count + 1)
    if (count === 0) this.#link.listen(this.#prefix + topic)
    return () => {
      stop()
      this.#drop(topic)
    }
  }

  runScript(lua: string, key: string, values: readonly (string | number)[]): Promise<unknown> {
    return this.#link.runScript(lua, this.#prefix + key, values)
  }

  state(): 'connected' | 'lost' {
    return this.#link.isConnected() ? 'connected' : 'lost'
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#link.close()
    await this.#local.close()
  }

  #drop(topic: string): void {
    const count = (this.#listeners.get(topic) ?? 0) - 1
    if (count > 0) {
      this.#listeners.set(topic, count)
      return
    }
    this.#listeners.delete(topic)
    if (!this.#isClosed) this.#link.unlisten(this.#prefix + topic)
  }

  #noteState(error?: Error): void {
    if (this.#isClosed) return
    const isConnected = this.#link.isConnected()
    if (isConnected && this.#isLost) this.#options.onStateChange()
    else if (!isConnected && !this.#isLost && error !== undefined) this.#options.onStateChange(error)
    else return
    this.#isLost = !isConnected
  }

  #receive(channel: string, text: string): void {
    try {
      const { origin, messages } = JSON.parse(text) as Parcel
      if (origin === this.#origin) return
      for (const message of messages) this.#local.publish(channel.slice(this.#prefix.length), message)
    } catch (error) {
      this.#options.onForeignMessage(error as Error)
    }
  }
}
