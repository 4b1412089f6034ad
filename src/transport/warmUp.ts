import { once, setMaxListeners } from 'node:events'
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

export interface WarmUpOptions {
  /** Asks nothing more from then on; what it has asked is still answered. */
  readonly closing: AbortSignal
  /** For how long at most. */
  readonly maxMs: number
  readonly log: Logger
}

/**
 * Asks a server that does not listen yet for what takes longest the first time: its first seat map would take 250 ms, in which everybody else
 * waits. Where the shows cannot be read, or time is up, the rest is not asked, which does not matter to the server: it is colder then.
 */
export async function warmUp(server: Server, { closing, maxMs, log }: WarmUpOptions): Promise<void> {
  const impatience = new AbortController()
  setMaxListeners(CROWD, impatience.signal)
  const timer = setTimeout(() => impatience.abort(), maxMs)
  // Connections as it will have them: V8 makes slower code of what has seen others.
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket))
  const agent = new Agent({ keepAlive: true })
  try {
    door.listen(0, '127.0.0.1')
    await once(door, 'listening')
    door.on('error', (err) => log.debug({ err }, 'a connection to warm up failed'))
    const { port } = door.address() as AddressInfo
    await askForAll((body) => {
      closing.throwIfAborted()
      return post({ port, agent, signal: impatience.signal }, body)
    })
  } catch (error) {
    log.debug({ err: error }, 'is not warmed up')
  } finally {
    clearTimeout(timer)
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
    // Who is told what it costs shares no answer with others.
    const askForNodes = () => ask({ query: NODES, variables: { ids: nodes }, extensions: { cost: true } })
    await Promise.all(Array.from({ length: CROWD }, askForNodes))
    for (const id of ids) await askAnew(MAP, { id })
  }
}

/** The answer: one with errors is as good as any, as limits may be lower than what is asked for. */
async function post(to: RequestOptions, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const asked = request({ ...to, host: '127.0.0.1', method: 'POST', path: '/graphql', headers })
  asked.end(JSON.stringify(body))
  const [response] = await once(asked, 'response')
  return json(response)
}
