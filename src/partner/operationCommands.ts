import { readFileSync } from 'node:fs'
import { readConfig } from '../config.js'
import { toGlobalId } from '../lib/globalId.js'
import {
  checkOperations,
  findBrokenOperations,
  listAllOperationsOf,
  type OperationRules,
  type RefusedOperation,
  readManifest,
  readSchema,
  registerOperations,
  removeOperations,
} from '../modules/partners/index.js'
import { type Command, getPartner, type Options } from './command.js'
import { successOf, UsageError } from './usageError.js'

const SCHEMA = new URL('../../schema.graphql', import.meta.url)

/** register <partner> <file> */
export function register([told, file]: readonly string[]): Command {
  const manifest = readText(file!)
  return async (services) => {
    const partner = await getPartner(services, told!)
    const input = { partnerId: toGlobalId('Partner', partner.id), manifest, rules: openRules() }
    const outcome = await registerOperations(services, input)
    if (outcome.__typename === 'InvalidOperationsError') refuse(outcome.message, outcome.operations.map(tell))
    if (outcome.__typename === 'OperationIdTakenError') refuse(outcome.message, outcome.operationIds)
    const { addedCount, unchangedCount } = successOf(outcome, 'RegisterOperationsSuccess')
    return `${partner.name} may send ${addedCount} more operations; ${unchangedCount} it could send already.`
  }
}

/** remove <partner> <id> … */
export function remove([told, ...operationIds]: readonly string[]): Command {
  return async (services) => {
    const { id, name } = await getPartner(services, told!)
    const input = { partnerId: toGlobalId('Partner', id), operationIds }
    const { removedCount } = successOf(await removeOperations(services, input), 'RemoveOperationsSuccess')
    return `${name} may send ${removedCount} operations less.`
  }
}

/** operations <partner> */
export function operations([told]: readonly string[]): Command {
  return async (services) => {
    const { id } = await getPartner(services, told!)
    const all = await listAllOperationsOf(services.db, id)
    if (all.length === 0) return 'It may send nothing yet.'
    return all.map((operation) => `${operation.id}  ${operation.type}  ${operation.name ?? '(no name)'}`).join('\n')
  }
}

/** check */
export function check(_arguments: readonly string[], { schema, base }: Options): Command {
  if (base !== undefined)
    throw new UsageError('--base is for a manifest: what is registered has the schema that it was registered with.')
  const against = openRules(schema)
  return async ({ db }) => {
    const { checkedCount, uncomparedCount, broken } = await findBrokenOperations(db, against)
    const lines = broken.map((operation) => `${operation.partnerName}: ${tell(operation)}`)
    if (lines.length > 0) refuse(`${lines.length} of ${checkedCount} registered operations would break:`, lines)
    return `All ${checkedCount} registered operations are good for the schema.${tellUncompared(uncomparedCount)}`
  }
}

function tellUncompared(count: number): string {
  return count === 0
    ? ''
    : `\nIt is not known for which schema ${count} of them were made, until they are registered again.`
}

/** check --manifest <file>, which needs no database. */
export async function checkManifest(file: string, { schema, base }: Options): Promise<string> {
  const manifest = readManifest(readText(file))
  if ('problem' in manifest) throw new UsageError(`${file}: ${manifest.problem}`)
  const rules = { ...openRules(schema), base: base === undefined ? null : openSchema(base) }
  const { good, refused } = await checkOperations(rules, manifest.entries)
  const count = manifest.entries.length
  if (refused.length > 0) refuse(`${refused.length} of ${count} operations of ${file} are not good:`, refused.map(tell))
  return `All ${good.length} operations of ${file} are good for the schema.`
}

function tell({ operationId, name, problems }: RefusedOperation): string {
  return [`${name ?? '(no name)'} ${operationId}`, ...problems.map((problem) => `  ${problem}`)].join('\n')
}

function refuse(message: string, lines: readonly string[]): never {
  throw new UsageError([message, ...lines].join('\n'))
}

/** A schema, and the limits of the servers here. */
function openRules(file: string | URL = SCHEMA): OperationRules {
  return { schema: openSchema(file), limits: readConfig(process.env) }
}

function openSchema(file: string | URL): OperationRules['schema'] {
  const sdl = readText(file)
  try {
    return readSchema(sdl)
  } catch (error) {
    throw new UsageError(`${file} is no GraphQL schema: ${(error as Error).message}`)
  }
}

function readText(file: string | URL): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}
