import { randomUUID } from 'node:crypto'
import type { CreatePartnerInput } from '../../generated/graphql.js'
import { type CreatePartnerOutcome, nameTaken } from './outcomes.js'
import { invalidPartner, newPartner } from './partner.js'
import type { PartnerServices } from './partnerServices.js'
import { insertPartner } from './store.js'

/** Makes a partner, which has no key yet. */
export async function createPartner(
  { db, clock }: PartnerServices,
  input: CreatePartnerInput,
): Promise<CreatePartnerOutcome> {
  const checked = newPartner.safeParse(input)
  if (!checked.success) return invalidPartner(checked.error)
  const given = { id: randomUUID(), ...checked.data, createdAt: clock.now(), disabledAt: null }
  const partner = await insertPartner(db, given)
  if (partner === null) return nameTaken(given.name)
  return { __typename: 'CreatePartnerSuccess', partner }
}
