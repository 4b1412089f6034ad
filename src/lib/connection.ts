import { badUserInput } from './errors.js'

const DEFAULT_PAGE_SIZE = 20
const MAX_PAGE_SIZE = 100

/** The arguments of a forward connection, as https://relay.dev/graphql/connections.htm has them. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** What to fetch for a page: rows after `after`, the sort key of a row, and one more than the page has. */
export interface PageRequest<Key> {
  readonly first: number
  readonly limit: number
  readonly after: Key | null
}

export interface Connection<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[]
  readonly nodes: Row[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/**
 * Reads the arguments of a connection. `decode` turns the parts of a cursor into the sort key, null when they are none.
 *
 * @throws BAD_USER_INPUT for a page size outside 1 to 100 or a cursor that this connection never gave.
 */
export function readPage<Key>(args: PageArgs, decode: (parts: unknown[]) => Key | null): PageRequest<Key> {
  const first = args.first ?? DEFAULT_PAGE_SIZE
  if (first < 1 || first > MAX_PAGE_SIZE)
    throw badUserInput(`first has to be from 1 to ${MAX_PAGE_SIZE}, not ${first}.`)
  const after = args.after == null ? null : decode(decodeCursor(args.after))
  if (args.after != null && after === null) throw badUserInput('after is not a cursor of this connection.')
  return { first, limit: first + 1, after }
}

/** Makes a page of the rows fetched for it. `keyOf` gives the sort key of a row as the parts of its cursor. */
export function toConnection<Row>(
  rows: Row[],
  { first, after }: PageRequest<unknown>,
  keyOf: (row: Row) => readonly unknown[],
): Connection<Row> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

function encodeCursor(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

function decodeCursor(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
