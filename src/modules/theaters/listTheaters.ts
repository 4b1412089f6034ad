import type { Context } from '../../context.js'
import type { QueryTheatersArgs } from '../../generated/graphql.js'
import { type Connection, readPage, toConnection } from '../../lib/connection.js'
import { decodeNameKey, readText } from '../core/index.js'
import * as store from './store.js'

/** A page of the theaters that meet the filter, by name. */
export async function listTheaters(args: QueryTheatersArgs, { db }: Context): Promise<Connection<store.Theater>> {
  const page = readPage({ first: args.first ?? null, after: args.after ?? null }, decodeNameKey)
  const { after, limit } = page
  const name = readText(args.filter?.name)
  const city = readText(args.filter?.city)
  const rows = await store.listTheaters(db, { name, city, after, limit })
  return toConnection(rows, page, (theater) => [theater.name, theater.id])
}
