import type { Database } from '../../../lib/db/index.js'
import type { RefusedOperation } from '../outcomes.js'
import { checkOperations, type OperationRules } from './operationCheck.js'
import { listAllOperations, type NamedOperation } from './operationStore.js'

/** A registered operation that is not good for a schema. */
export interface BrokenOperation extends RefusedOperation {
  readonly partnerName: string
}

export interface BrokenReport {
  readonly checkedCount: number
  readonly broken: BrokenOperation[]
}

const PAGE_SIZE = 500

/** The registered operations of all partners that would not work with a schema: what it would break. */
export async function findBrokenOperations(db: Database, rules: OperationRules): Promise<BrokenReport> {
  const broken: BrokenOperation[] = []
  let checkedCount = 0
  let last: NamedOperation | null = null
  do {
    const page: NamedOperation[] = await listAllOperations(db, last, PAGE_SIZE)
    broken.push(...(await checkPage(rules, page)))
    checkedCount += page.length
    last = page.length === PAGE_SIZE ? page.at(-1)! : null
  } while (last !== null)
  return { checkedCount, broken }
}

async function checkPage(rules: OperationRules, page: readonly NamedOperation[]): Promise<BrokenOperation[]> {
  const broken: BrokenOperation[] = []
  for (const { id, text, partnerName } of page) {
    const { refused } = await checkOperations(rules, [{ id, text, name: null, type: null }])
    broken.push(...refused.map((operation) => ({ ...operation, partnerName })))
  }
  return broken
}
