import { once } from 'node:events'
import { Agent, type RequestOptions, request, type Server } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Logger } from '../lib/logger.js'

/** V8 has compiled what is asked for so often. */
const ROUNDS = 10
/** So many come at once. */
const CROWD = 20

const SHOWS = 'query WarmUpShows { shows(first: 3) { nodes { id startsAt movie { title } } } }'
const MAP =
  'query WarmUpMap ($id: ID!) { seatMap(showId: $id) { rows { label seats { id label number status isAccessible } } } }'
const NODES = 'query WarmUpNodes ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
/** All of them come to no more than may be asked for. */
const TIMES_EACH = 33
/** The longest to validate, for its length: each field is compared with each other. */
const OVERLAPPING = `query WarmUpText { ${'movies(first: 1, filter: { city: "x" }) { nodes { id title } } '.repeat(60)} }`

interface Shows {
  readonly data: { readonly shows: { readonly nodes: readonly { readonly id: string }[] } }
}

/**
 * Asks a server that does not listen yet for what takes longest the first time: its first seat map would take 250 ms, in which everybody else
 * waits. That it fails, or is aborted by the signal, does not matter to the server: it is colder then.
 */
export async function warmUp(server: Server, signal: AbortSignal, log: Logger): Promise<void> {
  // Connections as it will have them: V8 makes slower code of what has seen others.
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket))
  const agent = new Agent({ keepAlive: true })
  try {
    door.listen(0, '127.0.0.1')
    await once(door, 'listening')
    const { port } = door.address() as AddressInfo
    await askForAll((body) => post({ port, agent, signal }, body))
  } catch (error) {
    log.debug({ err: error }, 'is not warmed up')
  } finally {
    agent.destroy()
    door.close()
  }
}

async function askForAll(ask: (body: object) => Promise<unknown>): Promise<void> {
  const { data } = (await ask({ query: SHOWS })) as Shows
  const ids = data.shows.nodes.map(({ id }) => id)
  const nodes = ids.flatMap((id) => Array(TIMES_EACH).fill(id))
  for (let round = 0; round < ROUNDS; round++) {
    // Texts that were asked for before are not read again.
    const askAnew = (query: string, variables = {}) => ask({ query: `# ${round}\n${query}`, variables })
    await askAnew(SHOWS)
    await askAnew(OVERLAPPING)
    await Promise.all(Array.from({ length: CROWD }, () => ask({ query: NODES, variables: { ids: nodes } })))
    for (const id of ids) await askAnew(MAP, { id })
  }
}

async function post(to: RequestOptions, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const asked = request({ ...to, host: '127.0.0.1', method: 'POST', path: '/graphql', headers })
  asked.end(JSON.stringify(body))
  const [response] = await once(asked, 'response')
  return json(response)
}
