import type { Context } from '../../context.js'
import { toNetwork } from '../../lib/network.js'
import type { TooOften } from '../../lib/rateLimits/rateLimits.js'
import { overLimit, type Refusal, tooOften } from './refusal.js'

const WINDOW_SECONDS = 60

type Spender = Pick<Context, 'partner' | 'address' | 'config' | 'rateLimits'>

/** Who shares what there is with others: a partner, or all of an address, however many accounts they are. */
export function toSpender({ partner, address }: Pick<Context, 'partner' | 'address'>): string {
  return partner?.partnerId ?? toNetwork(address)
}

/** Counts a request: null while more may be sent, by the partner, or by the address of who is none. */
export async function spendRequest(spender: Spender): Promise<Refusal | null> {
  const { partner, config, rateLimits } = spender
  // Most servers have no limit for addresses, and each request comes by here.
  if (partner === null && config.requestsPerMinute === 0) return null
  const points = partner?.requestsPerMinute ?? config.requestsPerMinute
  // A limit stays as it was first opened, so that each number of points is one of its own.
  const limit = { name: `requests.${partner === null ? 'address' : points}`, points, windowSeconds: WINDOW_SECONDS }
  return refuse(await rateLimits.take(limit, toSpender(spender)), 'requests')
}

/** Takes what an operation is expected to cost from the budget of the partner, where it is one. */
export async function spendCost({ partner, rateLimits }: Spender, estimate: number): Promise<Refusal | null> {
  if (partner === null) return null
  const points = partner.costPerMinute
  if (estimate > points) {
    const what = 'It costs more than you may spend in a minute'
    return overLimit('COST_LIMIT_EXCEEDED', what, { actual: estimate, limit: points })
  }
  const limit = { name: `cost.${points}`, points, windowSeconds: WINDOW_SECONDS }
  return refuse(await rateLimits.take(limit, partner.partnerId, Math.max(1, estimate)), 'cost')
}

function refuse(wait: TooOften | null, what: string): Refusal | null {
  return wait && tooOften(`You have used up the ${what} of a minute.`, wait.retryAfterSeconds)
}
