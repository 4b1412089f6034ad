import { flag, type Values, wholeNumber } from './variables.js'

/** What partners may do, and who may name operations by hashes. */
export interface PartnerConfig {
  /** How long a server believes what it knows of keys and operations of partners while nothing tells it of a change. */
  readonly partnerCacheSeconds: number
  /** Whether who is no partner may name operations by the SHA-256 of texts sent before. */
  readonly automaticPersistedQueries: boolean
}

export const partnerVariables = {
  PARTNER_CACHE_SECONDS: wholeNumber(1, 60).default(5).describe('whole seconds from 1 to 60'),
  AUTOMATIC_PERSISTED_QUERIES: flag(),
}

export function toPartnerConfig(values: Values<typeof partnerVariables>): PartnerConfig {
  return {
    partnerCacheSeconds: values.PARTNER_CACHE_SECONDS,
    automaticPersistedQueries: values.AUTOMATIC_PERSISTED_QUERIES ?? false,
  }
}
