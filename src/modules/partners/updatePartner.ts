import type { UpdatePartnerInput } from '../../generated/graphql.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import { nameTaken, partnerNotFound, type UpdatePartnerOutcome } from './outcomes.js'
import { changedPartner, invalidPartner } from './partner.js'
import { type PartnerServices, tellChange } from './partnerServices.js'
import { findPartner, type Partner, type PartnerChange, updatePartner as write } from './store.js'

/** Changes what is given of a partner. One that is disabled is refused by all servers within seconds, and keeps its keys. */
export async function updatePartner(
  services: PartnerServices,
  { partnerId, isDisabled, ...input }: UpdatePartnerInput,
): Promise<UpdatePartnerOutcome> {
  const id = uuidKeyOf('Partner', partnerId)
  const partner = id === null ? null : await findPartner(services.db, id)
  if (partner === null) return partnerNotFound
  const checked = changedPartner.safeParse(input)
  if (!checked.success) return invalidPartner(checked.error)
  const change = toChange(checked.data)
  if (isDisabled != null) change.disabledAt = isDisabled ? (partner.disabledAt ?? services.clock.now()) : null
  const changed = await write(services.db, partner.id, change)
  if (changed === null) return nameTaken(change.name!)
  tellChange(services)
  return { __typename: 'UpdatePartnerSuccess', partner: changed }
}

type Given<T> = { [Field in keyof T]?: T[Field] | null | undefined }

/** What is given, without what is null. */
function toChange(given: Given<Pick<Partner, 'name' | 'requestsPerMinute' | 'costPerMinute'>>): PartnerChange {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null))
}
