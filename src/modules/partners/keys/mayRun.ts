import type { PartnerCaller } from '../partnerDirectory.js'

/** Whether the key of a partner is for such an operation: mutations take the scope WRITE, and everything else READ. */
export function mayRun({ scopes }: PartnerCaller, operation: 'query' | 'mutation' | 'subscription'): boolean {
  return scopes.includes(operation === 'mutation' ? 'WRITE' : 'READ')
}
