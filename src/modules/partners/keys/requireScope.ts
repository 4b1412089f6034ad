import { forbidden } from '../../../lib/errors.js'
import type { PartnerCaller } from '../partnerDirectory.js'

/**
 * Lets an operation pass that the key of a partner may run.
 *
 * @throws FORBIDDEN for a mutation without the scope WRITE, and for anything else without READ.
 */
export function requireScope({ scopes }: PartnerCaller, operation: 'query' | 'mutation' | 'subscription'): void {
  const needed = operation === 'mutation' ? 'WRITE' : 'READ'
  if (!scopes.includes(needed)) throw forbidden(`This key has not the scope ${needed}.`)
}
