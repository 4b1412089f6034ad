import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench } from './kit/bench.js'
import { type Buyer, signInBuyers } from './kit/buyers.js'
import { runSql } from './kit/lab.js'
import { postJson, runLoad } from './kit/load.js'
import { cpuSecondsOf } from './kit/processStat.js'
import { seedShows, showIdOf } from './kit/shows.js'
import { Watchers } from './kit/watchers.js'

const WAITING = 10_000
const ADMITTED_PER_SECOND = 10
const SECONDS = 60
const LIMIT_OF_A_CORE = 0.1
const SIGNED_IN_AT_ONCE = 250
const CONNECTIONS = 64

const JOIN = `mutation Join($input: JoinWaitingRoomInput!) {
  joinWaitingRoom(input: $input) { ... on JoinWaitingRoomSuccess { place { status } } } }`
const WATCH = `subscription Wait($showId: ID!) {
  waitingRoomChanged(showId: $showId) { status position estimatedSeconds admission { token expiresAt } } }`

export const waitingRoom: Bench = {
  name: 'waiting-room',
  title: `processor time of the server while ${WAITING} wait, of ${LIMIT_OF_A_CORE * 100} % of a core`,
  goal: 1,
  bound: 'at most',
  async run(lab, note) {
    const url = await lab.createDatabase()
    const [show] = await seedShows(url, { shows: 1, seats: 500 })
    await openRoom(url)
    const server = await lab.startServer('marquee', url)
    const guests = await signInGuests(server.port)
    const variables = { showId: showIdOf(show!) }
    const requests = guests.map(({ token }) => {
      return postJson('/graphql', { query: JOIN, variables: { input: variables } }, token)
    })
    const accepts = ({ body }: { body: string }) => body.includes('"place"')
    const joined = await runLoad({ port: server.port, connections: CONNECTIONS, requests, accepts })
    if (joined.failed > 0) throw new Error(`${joined.failed} could not join`)
    note(`${Math.round(joined.perSecond)} joined a second (p99 ${joined.p99Ms.toFixed(0)} ms)`)
    const watchers = await Watchers.connect({
      port: server.port,
      count: WAITING,
      payload: { query: WATCH, variables },
      initOf: (nth) => ({ authorization: `Bearer ${guests[nth]!.token}` }),
    })
    const [cpu, bytes] = [cpuSecondsOf(server.pid), watchers.bytes]
    void watchers.deliver(Number.POSITIVE_INFINITY)
    await sleep(SECONDS * 1_000)
    const worked = cpuSecondsOf(server.pid) - cpu
    const each = (watchers.bytes - bytes) / WAITING
    note(`${worked.toFixed(2)} s of work for ${watchers.deliveries} messages; ${Math.round(each)} B for each who waits`)
    await watchers.close()
    return worked / SECONDS / LIMIT_OF_A_CORE
  },
}

/** Behind which the only show is, with its sale open. */
async function openRoom(url: string): Promise<void> {
  const paces = JSON.stringify([{ since: Date.now(), before: 0, perSecond: ADMITTED_PER_SECOND }])
  await runSql(
    url,
    `INSERT INTO waiting_room (show_id, opens_at, mode, paces, created_at) VALUES (1, now(), 'ARRIVAL', $1, now())`,
    [paces],
  )
}

async function signInGuests(port: number): Promise<Buyer[]> {
  const guests: Buyer[] = []
  while (guests.length < WAITING) guests.push(...(await signInBuyers(port, SIGNED_IN_AT_ONCE)))
  return guests
}
