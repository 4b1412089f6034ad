import type { PartnerCaller } from '../partnerDirectory.js'
import type { PartnerScope } from '../store.js'

type Operation = 'query' | 'mutation' | 'subscription'

/** The scope that the key of a partner needs for such an operation: mutations take WRITE, and everything else READ. */
export function scopeFor(operation: Operation): PartnerScope {
  return operation === 'mutation' ? 'WRITE' : 'READ'
}

/** Whether the key of a partner is for such an operation. */
export function mayRun({ scopes }: PartnerCaller, operation: Operation): boolean {
  return scopes.includes(scopeFor(operation))
}
