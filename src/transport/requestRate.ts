import type { Services } from '../context.js'
import { toNetwork } from '../lib/network.js'
import type { TooOften } from '../lib/rateLimits.js'

/** Counts a request of an address: null while it may send more, else when it may again. IPv6 addresses count by their /64. */
export async function limitRequests(
  { rateLimits, config }: Pick<Services, 'rateLimits' | 'config'>,
  address: string,
): Promise<TooOften | null> {
  const points = config.requestsPerMinute
  // Most servers have no such limit, and each request comes by here.
  if (points === 0) return null
  return rateLimits.take({ name: 'requests', points, windowSeconds: 60 }, toNetwork(address))
}
