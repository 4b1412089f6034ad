import { Redis, type RedisOptions } from 'ioredis'
import type { Parcel, RedisLink, RedisLinkEvents } from './redisLink.js'

/** The first message after a quiet time goes out at once, those of these milliseconds after it in one write, which costs as much as one. */
const REST_MS = 20
/** What waits for an answer of Redis beyond that is dropped: whoever misses it finds it in Postgres. */
const MAX_WAITING = 10_000
const HEARTBEAT_MS = 500
/** A Redis that answers nothing for so long hangs, or is not reached any more. */
const SILENCE_MS = 1_500

const OPTIONS = {
  enableOfflineQueue: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  connectTimeout: SILENCE_MS,
  // Ends a connection that owes an answer; the heartbeat takes care that one is always owed.
  socketTimeout: SILENCE_MS,
  retryStrategy: (tries: number) => Math.min(50 * 2 ** tries, 1_000),
} satisfies RedisOptions

export interface RedisNodeOptions extends RedisLinkEvents {
  /** A redis:// URL. */
  readonly url: string
  /** Who sends, as the parcels say it. */
  readonly origin: string
  /** Whether it is one of a cluster, and has channels of its own. */
  readonly isSharded?: boolean
  /** Called when a channel turns out to belong to another one of the cluster. */
  readonly onMoved?: () => void
}

/** One Redis, by a connection that tells and one that listens. Both are asked for a sign of life all the time, and made anew when it is missing. */
export class RedisNode implements RedisLink {
  readonly #options: RedisNodeOptions
  readonly #publisher: Redis
  readonly #subscriber: Redis
  readonly #heartbeat: NodeJS.Timeout
  readonly #channels = new Set<string>()
  /** Those that Redis has not confirmed yet. */
  readonly #unconfirmed = new Set<string>()
  /** What the next sending takes along. */
  #outbox = new Map<string, unknown[]>()
  #waiting = 0
  #nextSending: NodeJS.Timeout | null = null
  #restsUntil = 0
  /** One at a time: a Redis that hangs is owed no more than one answer. */
  #sending: Promise<void> | null = null

  constructor(options: RedisNodeOptions) {
    this.#options = options
    this.#publisher = this.#connect('publisher')
    this.#subscriber = this.#connect('subscriber')
    this.#subscriber.on('ready', () => this.#listenAgain())
    this.#subscriber.on('moved', () => this.#listenElsewhere())
    this.#subscriber.on(options.isSharded ? 'smessage' : 'message', options.onParcel)
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS)
  }

  publish(channel: string, message: unknown): void {
    if (this.#publisher.status !== 'ready' || this.#waiting >= MAX_WAITING) return
    this.#waiting++
    const waiting = this.#outbox.get(channel)
    if (waiting !== undefined) waiting.push(message)
    else this.#outbox.set(channel, [message])
    this.#scheduleSending()
  }

  listen(channel: string): void {
    this.#channels.add(channel)
    this.#unconfirmed.add(channel)
    this.#ask([channel])
  }

  unlisten(channel: string): void {
    this.#channels.delete(channel)
    this.#unconfirmed.delete(channel)
    if (this.#subscriber.status !== 'ready') return
    const { isSharded } = this.#options
    const asked = isSharded ? this.#subscriber.sunsubscribe(channel) : this.#subscriber.unsubscribe(channel)
    asked.catch(() => {})
  }

  isConnected(): boolean {
    return this.#publisher.status === 'ready' && this.#subscriber.status === 'ready'
  }

  /** What Redis answers to a command; rejected when it does not. */
  async call(...command: [string, ...string[]]): Promise<unknown> {
    return this.#publisher.call(...command)
  }

  async runScript(lua: string, key: string, values: readonly (string | number)[]): Promise<unknown> {
    return this.#publisher.eval(lua, 1, key, ...values)
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat)
    this.#subscriber.disconnect()
    await this.#sending
    if (this.#nextSending !== null) clearTimeout(this.#nextSending)
    if (this.#outbox.size > 0) await this.#send()
    this.#publisher.disconnect()
  }

  #connect(role: string): Redis {
    const client = new Redis(this.#options.url, { ...OPTIONS, connectionName: `marquee-${role}` })
    client.on('error', (error: Error) => this.#options.onChange(error))
    client.on('close', () => this.#options.onChange(new Error('The connection to Redis has ended.')))
    client.on('ready', () => this.#options.onChange())
    return client
  }

  #beat(): void {
    for (const client of [this.#publisher, this.#subscriber]) {
      if (client.status === 'ready') client.ping().catch(() => {})
    }
    if (this.#unconfirmed.size > 0) this.#ask([...this.#unconfirmed])
  }

  #ask(channels: string[]): void {
    if (this.#subscriber.status !== 'ready' || channels.length === 0) return
    const confirm = (confirmed: string[]) => {
      for (const channel of confirmed) this.#unconfirmed.delete(channel)
    }
    // Channels of different slots cannot be asked for together.
    const groups = this.#options.isSharded ? channels.map((channel) => [channel]) : [channels]
    for (const group of groups) {
      const { isSharded } = this.#options
      const asked = isSharded ? this.#subscriber.ssubscribe(...group) : this.#subscriber.subscribe(...group)
      asked.then(() => confirm(group)).catch(() => {})
    }
  }

  #listenAgain(): void {
    for (const channel of this.#channels) this.#unconfirmed.add(channel)
    this.#ask([...this.#channels])
  }

  /** Redis does not say which channel it is. Those that are still here are asked for again by the next heartbeat. */
  #listenElsewhere(): void {
    for (const channel of this.#channels) this.#unconfirmed.add(channel)
    this.#options.onMoved?.()
  }

  #scheduleSending(): void {
    if (this.#sending !== null || this.#nextSending !== null || this.#outbox.size === 0) return
    const send = () => {
      this.#nextSending = null
      this.#restsUntil = performance.now() + REST_MS
      this.#sending = this.#send().finally(() => {
        this.#sending = null
        this.#scheduleSending()
      })
    }
    this.#nextSending = setTimeout(send, this.#restsUntil - performance.now())
  }

  async #send(): Promise<void> {
    const { isSharded, origin, onMoved } = this.#options
    const pipeline = this.#publisher.pipeline()
    for (const [channel, messages] of this.#outbox) {
      const text = JSON.stringify({ origin, messages } satisfies Parcel)
      if (isSharded) pipeline.spublish(channel, text)
      else pipeline.publish(channel, text)
    }
    this.#outbox = new Map()
    this.#waiting = 0
    const results = await pipeline.exec().catch(() => null)
    if (results?.some(([error]) => error?.message.startsWith('MOVED '))) onMoved?.()
  }
}
