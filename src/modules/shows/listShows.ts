import type { Context } from '../../context.js'
import type { QueryShowsArgs, ShowFilter } from '../../generated/graphql.js'
import { type Connection, readPage, toConnection } from '../../lib/connection.js'
import { requireIntKey, toIntKey } from '../../lib/globalId.js'
import { parseInstant } from '../../lib/instant.js'
import * as store from './store.js'

/**
 * A page of shows that meet the filter by start time, of a movie or a theater where one is given: the upcoming ones, or all
 * those of a day where the filter names one.
 *
 * @throws BAD_USER_INPUT for a filter by the id of something else, and for what is no page.
 */
export async function listShows(
  args: QueryShowsArgs,
  { db, clock, loaders }: Context,
  parent?: store.ShowParent,
): Promise<Connection<store.Show>> {
  const page = readPage(args, decodeKey)
  const filter = readFilter(args.filter ?? {})
  const selection = { ...filter, upcoming: filter.day === null ? clock.now() : null, after: page.after }
  const rows = await (parent
    ? loaders.showsOf.load({ parent, selection, limit: page.limit })
    : store.listShows(db, selection, page.limit))
  return toConnection(rows, page, ({ startsAt, id }) => [startsAt.toISOString(), id])
}

function readFilter(filter: ShowFilter): Omit<store.ShowSelection, 'upcoming' | 'after'> {
  return {
    movie: filter.movieId == null ? null : requireIntKey('Movie', filter.movieId),
    theater: filter.theaterId == null ? null : requireIntKey('Theater', filter.theaterId),
    city: filter.city ?? null,
    day: filter.day ?? null,
    lang: filter.language ?? null,
    format: filter.format ?? null,
  }
}

function decodeKey([time, id, ...rest]: unknown[]): store.ShowKey | null {
  const key = typeof id === 'number' ? toIntKey(String(id)) : null
  const startsAt = parseInstant(time)
  return startsAt === null || key === null || rest.length > 0 ? null : { startsAt, id: key }
}
