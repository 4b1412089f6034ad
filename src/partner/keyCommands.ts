import { toGlobalId } from '../lib/globalId.js'
import {
  createPartnerKey,
  isActive,
  listAllKeys,
  type PartnerKey,
  type PartnerScope,
  prefixOf,
  revokePartnerKey,
  rotatePartnerKey,
} from '../modules/partners/index.js'
import { type Command, getPartner, keyIdOf, type Options } from './command.js'
import { readNumber } from './partnerCommands.js'
import { successOf, UsageError } from './usageError.js'

const SCOPES: readonly string[] = ['READ', 'WRITE'] satisfies PartnerScope[]
const HOUR_SECONDS = 3600

/** key create <partner> */
export function createKey([partner]: readonly string[], options: Options): Command {
  const [scopes, expiresAt] = [readScopes(options.scopes), readTime(options.expires)]
  return async (services) => {
    const partnerId = toGlobalId('Partner', (await getPartner(services, partner!)).id)
    const outcome = await createPartnerKey(services, { partnerId, scopes, expiresAt })
    return tellOnce(successOf(outcome, 'CreatePartnerKeySuccess').secret)
  }
}

/** key rotate <key> */
export function rotateKey([key]: readonly string[], options: Options): Command {
  const hours = readNumber('overlap', options.overlap)
  const overlapSeconds = hours === null ? null : hours * HOUR_SECONDS
  const input = { keyId: keyIdOf(key!), overlapSeconds, expiresAt: readTime(options.expires) }
  return async (services) => {
    const { secret, replacedKey } = successOf(await rotatePartnerKey(services, input), 'RotatePartnerKeySuccess')
    return `${tellOnce(secret)}\n${prefixOf(replacedKey.id)} is good until ${replacedKey.expiresAt!.toISOString()}.`
  }
}

/** key revoke <key> */
export function revokeKey([key]: readonly string[]): Command {
  const keyId = keyIdOf(key!)
  return async (services) => {
    const revoked = successOf(await revokePartnerKey(services, { keyId }), 'RevokePartnerKeySuccess').key
    return `${prefixOf(revoked.id)} is revoked since ${revoked.revokedAt!.toISOString()}.`
  }
}

/** key list <partner> */
export function listKeys([partner]: readonly string[]): Command {
  return async (services) => {
    const keys = await listAllKeys(services.db, (await getPartner(services, partner!)).id)
    const now = services.clock.now()
    return keys.length === 0 ? 'It has no key yet.' : keys.map((key) => tell(key, now)).join('\n')
  }
}

function tellOnce(secret: string): string {
  return `${secret}\nKeep it: it cannot be shown again. Clients send it as "Authorization: Bearer <key>" or as "x-api-key".`
}

function tell(key: PartnerKey, now: Date): string {
  const { id, scopes, lastUsedAt } = key
  const use = lastUsedAt === null ? 'never used' : `used ${lastUsedAt.toISOString()}`
  return `${prefixOf(id)}  ${scopes.join(',')}  ${use}  ${stateOf(key, now)}`
}

function stateOf(key: PartnerKey, now: Date): string {
  const { revokedAt, expiresAt } = key
  if (revokedAt !== null) return `revoked ${revokedAt.toISOString()}`
  if (!isActive(key, now)) return `ended ${expiresAt!.toISOString()}`
  return expiresAt === null ? 'good' : `good until ${expiresAt.toISOString()}`
}

function readScopes(told = SCOPES.join(',')): PartnerScope[] {
  const scopes = told.toUpperCase().split(',')
  const unknown = scopes.find((scope) => !SCOPES.includes(scope))
  if (unknown === undefined) return scopes as PartnerScope[]
  throw new UsageError(
    `"${unknown}" is not a scope: --scopes takes ${SCOPES.join(', ')} or both with a comma in between.`,
  )
}

function readTime(told: string | undefined): Date | null {
  if (told === undefined) return null
  const time = new Date(told)
  if (!Number.isNaN(time.getTime())) return time
  throw new UsageError(`--expires is "${told}". Set it to a time like 2027-01-31 or 2027-01-31T12:00:00Z.`)
}
