import { toGlobalId } from '../src/lib/globalId.js'
import type { Bench } from './kit/bench.js'
import { askOnce, postJson, runLoad } from './kit/load.js'
import { pinApart } from './kit/pin.js'
import { compareRounds } from './kit/rounds.js'
import { seedShows } from './kit/shows.js'

const CONNECTIONS = 64
const ROUNDS = 9
const REQUESTS = 5_000
const SHOWS = 10
const SEATS = 250

const QUERY = `query ($id: ID!) { movie(id: $id) { title shows(first: ${SHOWS}) { nodes {
  id startsAt language format screen { name theater { name city { name } } }
  availability { total available } priceRange { min { amount currency } max { amount currency } }
} } } }`

export const shows: Bench = {
  name: 'shows',
  title: `${SHOWS} shows of a movie with theater, availability and prices, against mercurius with jit and all of it in memory`,
  goal: 1,
  bound: 'at least',
  async run(lab, note) {
    const url = await lab.createDatabase()
    await seedShows(url, { shows: SHOWS, seats: SEATS })
    const marquee = await lab.startServer('marquee', url)
    const mercurius = await lab.startServer('mercuriusShows', url)
    const request = postJson('/graphql', { query: QUERY, variables: { id: toGlobalId('Movie', 1) } })
    const [answer, theirs] = await Promise.all([marquee, mercurius].map(({ port }) => askOnce(port, request)))
    if (answer !== theirs) throw new Error(`the two answers are not the same:\n${answer}\n${theirs}`)
    const load = async (port: number) => {
      const requests = Array<Buffer>(REQUESTS).fill(request)
      const result = await runLoad({ port, connections: CONNECTIONS, requests, accepts: ({ body }) => body === answer })
      if (result.failed > 0) throw new Error(`${result.failed} answers of ${REQUESTS} were wrong`)
      return result
    }
    const unpin = await pinApart([marquee.pid, mercurius.pid])
    return compareRounds({
      rounds: ROUNDS,
      ours: () => load(marquee.port),
      theirs: () => load(mercurius.port),
      note,
    }).finally(unpin)
  },
}
