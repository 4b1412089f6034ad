import type { Bench } from './kit/bench.js'
import { postJson, runLoad } from './kit/load.js'
import { pinApart } from './kit/pin.js'
import { compareRounds } from './kit/rounds.js'

const CONNECTIONS = 64
const ROUNDS = 9
const REQUESTS = 10_000
/** An answer that is kept for others would say nothing of what a request costs. */
const EXECUTES_EACH = { PUBLIC_CACHE_MS: '0' }
const ANSWER = '{"data":{"__typename":"Query"}}'

export const trivial: Bench = {
  name: 'trivial',
  title: '{ __typename } against a bare node:http server that answers the same JSON',
  goal: 0.4,
  bound: 'at least',
  async run(lab, note) {
    const marquee = await lab.startServer('marquee', await lab.createDatabase(), EXECUTES_EACH)
    const bare = await lab.startServer('bareTrivial')
    const requests = Array<Buffer>(REQUESTS).fill(postJson('/graphql', { query: '{ __typename }' }))
    const load = async (port: number) => {
      const result = await runLoad({
        port,
        connections: CONNECTIONS,
        requests,
        accepts: ({ status, body }) => status === 200 && body.trim() === ANSWER,
      })
      if (result.failed > 0) throw new Error(`${result.failed} answers of ${REQUESTS} were wrong`)
      return result
    }
    const unpin = await pinApart([marquee.pid, bare.pid])
    return compareRounds({
      rounds: ROUNDS,
      ours: () => load(marquee.port),
      theirs: () => load(bare.port),
      note,
    }).finally(unpin)
  },
}
