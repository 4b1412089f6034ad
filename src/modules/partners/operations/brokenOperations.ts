import type { Database } from '../../../lib/db/index.js'
import type { RefusedOperation } from '../outcomes.js'
import { checkOperations, type OperationRules } from './operationCheck.js'
import { readSchema, type Schema, tellsRoles, toKeptSchema } from './operationSchema.js'
import { getSchemaText, listAllOperations, type NamedOperation } from './operationStore.js'

/** A registered operation that is not good for a schema. */
export interface BrokenOperation extends RefusedOperation {
  readonly partnerName: string
}

export interface BrokenReport {
  readonly checkedCount: number
  /** How many of them were registered before it was kept for which schema they are: of them only the texts were checked. */
  readonly uncomparedCount: number
  readonly broken: BrokenOperation[]
}

const PAGE_SIZE = 500

/** The registered operations of all partners that a schema would break, where they were made for another one as well. */
export async function findBrokenOperations(db: Database, rules: OperationRules): Promise<BrokenReport> {
  const broken: BrokenOperation[] = []
  const bases = new Bases(db, rules.schema)
  let [checkedCount, uncomparedCount] = [0, 0]
  let last: NamedOperation | null = null
  do {
    const page: NamedOperation[] = await listAllOperations(db, last, PAGE_SIZE)
    for (const operation of page) broken.push(...(await checkOne(rules, operation, bases)))
    checkedCount += page.length
    uncomparedCount += page.filter(({ schemaHash }) => schemaHash === null).length
    last = page.length === PAGE_SIZE ? page.at(-1)! : null
  } while (last !== null)
  return { checkedCount, uncomparedCount, broken }
}

async function checkOne(
  rules: OperationRules,
  { id, text, partnerName, schemaHash }: NamedOperation,
  bases: Bases,
): Promise<BrokenOperation[]> {
  const base = await bases.find(schemaHash)
  const { refused } = await checkOperations({ ...rules, ...base }, [{ id, text, name: null, type: null }])
  return refused.map((operation) => ({ ...operation, partnerName }))
}

type Base = Pick<OperationRules, 'base' | 'isBaseWithoutRoles'>

const NOTHING: Base = { base: null }

/** The schemas that operations were made for, each read once. */
class Bases {
  readonly #db: Database
  readonly #known: Map<string, Base>

  constructor(db: Database, schema: Schema) {
    this.#db = db
    this.#known = new Map([[toKeptSchema(schema).hash, NOTHING]])
  }

  /** Nothing to compare with where none was kept, and where it is the schema that is checked. */
  async find(hash: string | null): Promise<Base> {
    if (hash === null) return NOTHING
    const known = this.#known.get(hash)
    if (known !== undefined) return known
    const text = await getSchemaText(this.#db, hash)
    const base = { base: readSchema(text), isBaseWithoutRoles: !tellsRoles(text) }
    this.#known.set(hash, base)
    return base
  }
}
