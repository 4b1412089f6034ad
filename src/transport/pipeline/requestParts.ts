import { refuse } from './refusal.js'

/** Arrays, objects and fields: as many as a body has room for take 100 to 200 ms to be parsed. No operation takes as many. */
export const MAX_PARTS = 20_000

/** Of a request that has more. */
export const TOO_MANY_PARTS = refuse(
  'LIST_LIMIT_EXCEEDED',
  `A request has at most ${MAX_PARTS} arrays, objects and fields.`,
)
