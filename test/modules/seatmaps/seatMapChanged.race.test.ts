import { afterAll, beforeAll, expect, it } from 'vitest'
import { holdSeats, releaseSeats } from '../../kit/operations.js'
import { type Message, RawSocket } from '../../kit/rawSocket.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { CHANGE_FIELDS, readTruth, WatchedMap } from '../../kit/watchedMap.js'

// Those who come, go and come back while seats change: on the server where they change, and on another one.
let here: TestServer
let there: TestServer

beforeAll(async () => {
  here = await startServer({ config: { maxHoldsPerShow: 100 } })
  there = await startServer({ beside: here })
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const SEATS = 80
const BUYERS = 4
/** How many of a socket may wait for their first event, and how many may watch. */
const MAX_WAITING = 8
const MAX_WATCHING = 50

const WATCH = `subscription ($id: ID!, $after: String) { seatMapChanged(showId: $id, after: $after) { ${CHANGE_FIELDS} } }`

/** Watchers on one socket, each with a map of its own. */
class Watchers {
  readonly maps = new Map<string, WatchedMap>()
  joins = 0
  readonly #waiting = new Set<string>()
  readonly #socket: RawSocket
  readonly #show: SeededShow

  constructor(socket: RawSocket, show: SeededShow) {
    this.#socket = socket
    this.#show = show
    socket.socket.on('message', (data) => {
      const { id, type, payload } = JSON.parse(String(data)) as Message
      if (type !== 'next') return
      this.#waiting.delete(id!)
      this.maps.get(id!)?.apply(payload.data.seatMapChanged)
    })
  }

  /** Somebody comes, or the one who has been here for longest goes and comes back. */
  move(): void {
    if (this.#waiting.size >= MAX_WAITING) return
    if (this.maps.size < MAX_WATCHING) this.#come(new WatchedMap())
    else this.#comeBack()
  }

  #come(map: WatchedMap): void {
    this.joins += 1
    const id = `${this.joins}`
    this.maps.set(id, map)
    this.#waiting.add(id)
    this.#socket.subscribe(id, WATCH, { id: this.#show.id, after: map.cursor })
  }

  #comeBack(): void {
    const [id, map] = this.maps.entries().next().value!
    if (this.#waiting.has(id)) return
    this.#socket.send({ id, type: 'complete' })
    this.maps.delete(id)
    this.#come(map)
  }
}

/** Each buyer holds seats of its own, one after the other, and lets most of them go again. */
async function stormOn(show: SeededShow): Promise<void> {
  const each = SEATS / BUYERS
  const buyers = await Promise.all(Array.from({ length: BUYERS }, () => here.signInAsGuest()))
  await Promise.all(
    buyers.map(async (buyer, index) => {
      for (const seat of show.seatIds.slice(index * each, (index + 1) * each)) {
        const { booking } = await insist(() => holdSeats(buyer, show, [seat]))
        if (show.seatIds.indexOf(seat) % 5 > 0) await insist(() => releaseSeats(buyer, booking.id))
      }
    }),
  )
}

/** Sends a request again as long as the server says that too many want the same at once. */
async function insist<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await send()
    } catch (error) {
      if (!String(error).includes('SERVICE_UNAVAILABLE')) throw error
    }
  }
}

it('nobody misses anything of a storm of holds, whenever they join', async () => {
  const show = await here.seed.show({ seats: SEATS })
  const sockets = await Promise.all([here, there].map(({ url }) => RawSocket.open(url)))
  const groups = sockets.map((socket) => new Watchers(socket, show))
  let isOver = false
  const storm = stormOn(show).finally(() => {
    isOver = true
  })
  while (!isOver) {
    for (const watchers of groups) watchers.move()
    await Promise.race([storm, new Promise((resolve) => setImmediate(resolve))])
  }
  const truth = await readTruth(here, show)
  for (const { maps } of groups) {
    for (const map of maps.values()) await expect.poll(() => map.of(show), { timeout: 10_000 }).toEqual(truth)
  }
  expect(groups.map(({ joins }) => joins > 300)).toEqual([true, true])
  for (const socket of sockets) socket.close()
}, 120_000)
