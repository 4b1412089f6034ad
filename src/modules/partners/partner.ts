import { z } from 'zod'
import type { CreatePartnerOutcome } from './outcomes.js'

const DEFAULT_REQUESTS_PER_MINUTE = 600
const DEFAULT_COST_PER_MINUTE = 60_000

const name = z
  .string()
  .trim()
  .min(1, 'Tell the name of the partner.')
  .max(100, 'A name has at most 100 characters.')
  .regex(/^\P{C}*$/u, 'A name has visible characters alone.')

/** What a partner may be. */
export const newPartner = z.object({
  name,
  requestsPerMinute: limit(1_000_000, 'requestsPerMinute').nullish().transform(orElse(DEFAULT_REQUESTS_PER_MINUTE)),
  costPerMinute: limit(1_000_000_000, 'costPerMinute').nullish().transform(orElse(DEFAULT_COST_PER_MINUTE)),
})

/** What may become of a partner: null leaves something as it is. */
export const changedPartner = z.object({
  name: name.nullish(),
  requestsPerMinute: limit(1_000_000, 'requestsPerMinute').nullish(),
  costPerMinute: limit(1_000_000_000, 'costPerMinute').nullish(),
})

/** What is wrong first, as the client is told. */
export function invalidPartner({ issues }: z.ZodError): CreatePartnerOutcome & { __typename: 'InvalidPartnerError' } {
  const { message, path } = issues[0]!
  return { __typename: 'InvalidPartnerError', message, field: String(path[0]) }
}

function limit(max: number, field: string) {
  const message = `${field} is a whole number from 1 to ${max}.`
  return z.number(message).int(message).min(1, message).max(max, message)
}

function orElse(fallback: number): (value: number | null | undefined) => number {
  return (value) => value ?? fallback
}
