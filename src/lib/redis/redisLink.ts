import type { RedisScripts } from './redisScripts.js'

/** What carries messages between processes: one Redis, or a cluster of them. At most once, and in no order among channels. */
export interface RedisLink extends RedisScripts {
  /** Sends a message soon, unless there is no connection. Never waits, never fails, and keeps no more than a bounded number. */
  publish(channel: string, message: unknown): void
  listen(channel: string): void
  unlisten(channel: string): void
  /** Whether all of it is reached, as far as is known: one that hangs is found out within two seconds. */
  isConnected(): boolean
  close(): Promise<void>
}

export interface RedisLinkEvents {
  /** Called with the messages of a channel that some process sent together. */
  readonly onParcel: (channel: string, text: string) => void
  /** Called when isConnected may give another answer, with an error where a connection was lost or not made. */
  readonly onChange: (error?: Error) => void
}

/** Messages of one channel that go out together. */
export interface Parcel {
  readonly origin: string
  readonly messages: readonly unknown[]
}
