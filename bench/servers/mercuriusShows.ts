import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import mercurius from 'mercurius'
import pg from 'pg'
import { toGlobalId } from '../../src/lib/globalId.js'
import { announce } from './announce.js'

// Mercurius with graphql-jit on the same shows, all of them in memory and as they are shown.

const schema = `
  type Query { movie(id: ID!): Movie }
  type Movie { title: String! shows(first: Int = 20): ShowConnection! }
  type ShowConnection { nodes: [Show!]! }
  type Show {
    id: ID! startsAt: String! language: String! format: String! screen: Screen!
    availability: Availability! priceRange: PriceRange!
  }
  type Screen { name: String! theater: Theater! }
  type Theater { name: String! city: City! }
  type City { name: String! }
  type Availability { total: Int! available: Int! }
  type PriceRange { min: Money! max: Money! }
  type Money { amount: String! currency: String! }
`

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
const { rows } = await client.query(
  `SELECT show.id, movie.title, starts_at, language, format, screen.name AS screen, theater.name AS theater, city.name AS city,
     (SELECT count(*)::int FROM show_seat WHERE show_id = show.id) AS total, min_price, max_price, show.currency
   FROM show JOIN movie ON movie.id = movie_id JOIN screen ON screen.id = screen_id
   JOIN theater ON theater.id = theater_id JOIN city ON city.id = city_id ORDER BY starts_at, show.id`,
)
await client.end()

const money = (minor: number, currency: string) => ({ amount: (minor / 100).toFixed(2), currency })
const shows = rows.map((row) => ({
  id: toGlobalId('Show', row.id),
  startsAt: row.starts_at.toISOString(),
  language: row.language,
  format: row.format,
  screen: { name: row.screen, theater: { name: row.theater, city: { name: row.city } } },
  availability: { total: row.total, available: row.total },
  priceRange: { min: money(row.min_price, row.currency), max: money(row.max_price, row.currency) },
}))
const movies = new Map([[toGlobalId('Movie', 1), { title: rows[0].title }]])

const app = Fastify()
await app.register(mercurius, {
  schema,
  jit: 1,
  resolvers: {
    Query: { movie: (_root: unknown, { id }: { id: string }) => movies.get(id) ?? null },
    Movie: { shows: (_movie: unknown, { first }: { first: number }) => ({ nodes: shows.slice(0, first) }) },
  },
})
await app.listen({ port: 0, host: '127.0.0.1' })
announce((app.server.address() as AddressInfo).port)
