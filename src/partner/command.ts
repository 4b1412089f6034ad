import type { Clock } from '../lib/clock.js'
import type { Database } from '../lib/db/index.js'
import { keyOf, toGlobalId, uuidKeyOf } from '../lib/globalId.js'
import type { PubSub } from '../lib/pubsub.js'
import { findPartner, findPartnerByName, type Partner } from '../modules/partners/index.js'
import { UsageError } from './usageError.js'

/** What a command works with. */
export interface CommandServices {
  readonly db: Database
  readonly clock: Clock
  readonly pubsub: PubSub
}

/** Does one thing and gives what is to be printed. */
export type Command = (services: CommandServices) => Promise<string>

/** The values of a command's options by their names. */
export type Options = Readonly<Record<string, string | undefined>>

/**
 * The partner that somebody names, by its id or its name.
 *
 * @throws {UsageError} when there is none.
 */
export async function getPartner({ db }: CommandServices, told: string): Promise<Partner> {
  const id = uuidKeyOf('Partner', told)
  const partner = (id === null ? null : await findPartner(db, id)) ?? (await findPartnerByName(db, told))
  if (partner !== null) return partner
  throw new UsageError(`There is no partner "${told}": npm run partner -- list tells them.`)
}

/** The global id of a key, by that id or by what the key begins with. Whole keys are taken as well: they are not printed again. */
export function keyIdOf(told: string): string {
  if (keyOf('PartnerKey', told) !== null) return told
  const id = /^(?:mq_live_)?([0-9A-Za-z]{8})(?:_[0-9A-Za-z]+)?$/.exec(told)?.[1]
  if (id === undefined)
    throw new UsageError(`"${told.slice(0, 16)}" is not what a key begins with, like mq_live_4Fj2kQ9x.`)
  return toGlobalId('PartnerKey', id)
}
