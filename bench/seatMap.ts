import type { Bench } from './kit/bench.js'
import { askOnce, postJson, runLoad } from './kit/load.js'
import { pinApart } from './kit/pin.js'
import { compareRounds } from './kit/rounds.js'
import { seedShows, showIdOf } from './kit/shows.js'

const CONNECTIONS = 64
const ROUNDS = 9
const REQUESTS = 2_000
const SEATS = 500

const FULL = `query ($id: ID!) { seatMap(showId: $id) {
  rows { label seats { id label type isAccessible status version } } } }`
const COMPACT = 'query ($id: ID!) { seatMap(showId: $id) { cursor layoutVersion seatCodes } }'

export const seatMap: Bench = createBench({
  name: 'seat-map',
  title: 'the map of a show of 500 seats, 6 fields each, against a bare node:http server that has the rows ready',
  goal: 0.65,
  query: FULL,
  isSame: true,
})

export const seatMapCompact: Bench = createBench({
  name: 'seat-map-compact',
  title: 'the map as one character a seat against the full map by a bare node:http server',
  goal: 3.5,
  query: COMPACT,
  isSame: false,
})

interface Asked extends Pick<Bench, 'name' | 'title' | 'goal'> {
  readonly query: string
  /** Whether both sides give the same answer. */
  readonly isSame: boolean
}

function createBench({ name, title, goal, query, isSame }: Asked): Bench {
  return {
    name,
    title,
    goal,
    bound: 'at least',
    async run(lab, note) {
      const url = await lab.createDatabase()
      const [show] = await seedShows(url, { shows: 1, seats: SEATS })
      const marquee = await lab.startServer('marquee', url)
      const bare = await lab.startServer('bareSeatMap', url)
      const request = postJson('/graphql', { query, variables: { id: showIdOf(show!) } })
      const answers = await Promise.all([marquee.port, bare.port].map((port) => askOnce(port, request)))
      if (isSame && answers[0] !== answers[1]) throw new Error('the two answers are not the same')
      const load = async (port: number, answer: string) => {
        const requests = Array<Buffer>(REQUESTS).fill(request)
        const result = await runLoad({
          port,
          connections: CONNECTIONS,
          requests,
          accepts: ({ body }) => body === answer,
        })
        if (result.failed > 0) throw new Error(`${result.failed} answers of ${REQUESTS} were wrong`)
        return result
      }
      const unpin = await pinApart([marquee.pid, bare.pid])
      return compareRounds({
        rounds: ROUNDS,
        // Its cursor may move on between two rounds.
        ours: async () => load(marquee.port, await askOnce(marquee.port, request)),
        theirs: () => load(bare.port, answers[1]!),
        note,
      }).finally(unpin)
    },
  }
}
