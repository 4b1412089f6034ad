import type { Bench, Note } from './kit/bench.js'
import type { Lab, Settings } from './kit/lab.js'
import { postJson, runLoad } from './kit/load.js'
import { pinApart } from './kit/pin.js'
import { compareRounds } from './kit/rounds.js'

const CONNECTIONS = 64
const ROUNDS = 9
const REQUESTS = 10_000
/** Nobody gets an answer that was made for another one. */
const EXECUTES_EACH = { PUBLIC_CACHE_MS: '0' }
const ANSWER = '{"data":{"__typename":"Query"}}'

export const trivial: Bench = {
  name: 'trivial',
  title: '{ __typename } against a bare node:http server that answers the same JSON',
  goal: 0.5,
  bound: 'at least',
  run: (lab, note) => compareAnswers(lab, note, {}),
}

export const trivialEach: Bench = {
  name: 'trivial-each',
  title: 'the same, executed for each request',
  goal: 0.35,
  bound: 'at least',
  run: (lab, note) => compareAnswers(lab, note, EXECUTES_EACH),
}

async function compareAnswers(lab: Lab, note: Note, settings: Settings): Promise<number> {
  const marquee = await lab.startServer('marquee', await lab.createDatabase(), settings)
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
}
