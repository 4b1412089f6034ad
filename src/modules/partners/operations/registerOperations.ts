import type { RegisterOperationsInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import { partnerNotFound, type RegisterOperationsOutcome } from '../outcomes.js'
import { type PartnerServices, tellChange } from '../partnerServices.js'
import { findPartner, lockPartner, type Partner } from '../store.js'
import { readManifest } from './manifest.js'
import { checkOperations, type GoodOperation, type OperationRules } from './operationCheck.js'
import { type KeptSchema, toKeptSchema } from './operationSchema.js'
import { countOperations, insertOperations, insertSchema, listTexts, updateSchemas } from './operationStore.js'

const MAX_OPERATIONS = 10_000

interface Registration {
  readonly partner: Partner
  readonly operations: readonly GoodOperation[]
  readonly schema: KeptSchema
  readonly now: Date
}

/**
 * Registers the operations of a manifest: all of them, or none. Those that are there already keep their texts, and count as made for this
 * schema from now on.
 */
export async function registerOperations(
  services: PartnerServices,
  { rules, ...input }: RegisterOperationsInput & { readonly rules: OperationRules },
): Promise<RegisterOperationsOutcome> {
  const { db, clock } = services
  const id = uuidKeyOf('Partner', input.partnerId)
  const partner = id === null ? null : await findPartner(db, id)
  if (partner === null) return partnerNotFound
  const manifest = readManifest(input.manifest)
  if ('problem' in manifest) return { __typename: 'InvalidManifestError', message: manifest.problem }
  const { good, refused } = await checkOperations(rules, manifest.entries)
  if (refused.length > 0) {
    const message = `${refused.length} of ${manifest.entries.length} operations are not good: nothing was registered.`
    return { __typename: 'InvalidOperationsError', message, operations: refused }
  }
  const registration = { partner, operations: good, schema: toKeptSchema(rules.schema), now: clock.now() }
  const outcome = await db.transactLocking((tx) => register(tx, registration))
  tellChange(services)
  return outcome
}

async function register(tx: Transaction, registration: Registration): Promise<RegisterOperationsOutcome> {
  const { partner, operations, schema, now } = registration
  await lockPartner(tx, partner.id)
  const ids = operations.map(({ id }) => id)
  const known = new Map((await listTexts(tx, partner.id, ids)).map(({ id, text }) => [id, text]))
  const added = operations.filter(({ id }) => !known.has(id))
  const refusal = refuseTaken(operations, known) ?? (await refuseTooMany(tx, partner.id, added.length))
  if (refusal !== null) return refusal
  const schemaHash = schema.hash
  await insertSchema(tx, schema)
  await updateSchemas(tx, { partnerId: partner.id, ids: [...known.keys()], schemaHash })
  await insertOperations(
    tx,
    added.map((operation) => ({ ...operation, partnerId: partner.id, schemaHash, registeredAt: now })),
  )
  const unchangedCount = operations.length - added.length
  return { __typename: 'RegisterOperationsSuccess', partner, addedCount: added.length, unchangedCount }
}

/** Applications that were installed long ago keep what an id stands for: nothing changes it by accident. */
function refuseTaken(
  operations: readonly GoodOperation[],
  known: ReadonlyMap<string, string>,
): RegisterOperationsOutcome | null {
  const taken = operations.filter(({ id, text }) => known.has(id) && known.get(id) !== text).map(({ id }) => id)
  if (taken.length === 0) return null
  const message = `${taken.length} of the ids stand for other texts already: nothing was registered.`
  return { __typename: 'OperationIdTakenError', message, operationIds: taken }
}

async function refuseTooMany(
  tx: Transaction,
  partnerId: string,
  addedCount: number,
): Promise<RegisterOperationsOutcome | null> {
  const count = (await countOperations(tx, partnerId)) + addedCount
  if (count <= MAX_OPERATIONS) return null
  const message = `The partner would have ${count} operations, and may have ${MAX_OPERATIONS}: remove old ones.`
  return { __typename: 'OperationLimitError', message, limit: MAX_OPERATIONS }
}
