import { z } from 'zod'
import type { serverVariables } from './serverConfig.js'
import { flag, type Values, wholeNumber } from './variables.js'

/** How requests are answered and sockets are served. */
export interface TransportConfig {
  /** How long answers to those who are not signed in are given to others as well. 0 for not at all. */
  readonly publicCacheMs: number
  /** For how many milliseconds at least the changes of a show are gathered before its watchers are told again. */
  readonly seatMapWindowMs: number
  /** How often a WebSocket is asked whether its client is there: one that has not answered by the next time is gone. */
  readonly keepAliveSeconds: number
  /** How long a client may leave what waits for it on a WebSocket unread, before it is told to come back. */
  readonly slowReaderSeconds: number
  /** Whose web pages may ask, besides our own. Null for any. */
  readonly allowedOrigins: readonly string[] | null
  readonly graphiql: boolean
  readonly introspection: boolean
}

const ANY_ORIGIN = '*'

export const transportVariables = {
  PUBLIC_CACHE_MS: wholeNumber(0, 60_000).default(200).describe('a number of milliseconds from 0 to 60000'),
  SEAT_MAP_WINDOW_MS: wholeNumber(0, 1_000).default(20).describe('milliseconds from 0 to 1000'),
  KEEP_ALIVE_SECONDS: wholeNumber(1, 600).default(12).describe('whole seconds from 1 to 600'),
  SLOW_READER_SECONDS: wholeNumber(1, 600).default(30).describe('whole seconds from 1 to 600'),
  ALLOWED_ORIGINS: z
    .string()
    .refine((list) => list.trim() === ANY_ORIGIN || splitList(list).every(isOrigin))
    .optional()
    .describe('origins like https://tickets.example, with commas in between, or * for any'),
  GRAPHIQL: flag(),
  INTROSPECTION: flag(),
}

type TransportValues = Values<typeof transportVariables & Pick<typeof serverVariables, 'NODE_ENV'>>

export function toTransportConfig(values: TransportValues): TransportConfig {
  const inDevelopment = values.NODE_ENV !== 'production'
  return {
    publicCacheMs: values.PUBLIC_CACHE_MS,
    seatMapWindowMs: values.SEAT_MAP_WINDOW_MS,
    keepAliveSeconds: values.KEEP_ALIVE_SECONDS,
    slowReaderSeconds: values.SLOW_READER_SECONDS,
    allowedOrigins: toOrigins(values.ALLOWED_ORIGINS ?? (inDevelopment ? ANY_ORIGIN : '')),
    graphiql: values.GRAPHIQL ?? inDevelopment,
    introspection: values.INTROSPECTION ?? inDevelopment,
  }
}

function toOrigins(list: string): string[] | null {
  return list.trim() === ANY_ORIGIN ? null : splitList(list)
}

function splitList(list: string): string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
