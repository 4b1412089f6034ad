import type { Context } from '../../context.js'
import type { QueryTheatersArgs } from '../../generated/graphql.js'
import { type Connection, readPage, toConnection } from '../../lib/connection.js'
import { decodeNameKey } from '../../lib/nameKey.js'
import * as store from './store.js'

/** A page of the theaters that meet the filter, by name. */
export async function listTheaters(args: QueryTheatersArgs, { db }: Context): Promise<Connection<store.Theater>> {
  const page = readPage(args, decodeNameKey)
  const { after, limit } = page
  const name = args.filter?.name ?? null
  const city = args.filter?.city ?? null
  const rows = await store.listTheaters(db, { name, city, after, limit })
  return toConnection(rows, page, (theater) => [theater.name, theater.id])
}
