import { setMaxListeners } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Bench } from './kit/bench.js'
import { type Buyer, holdAtMarquee, isHeld, readRetryAfter, signInBuyers } from './kit/buyers.js'
import { exchange, openSocket } from './kit/load.js'
import { median } from './kit/rounds.js'
import { FreeSeats, seedShows } from './kit/shows.js'

/** As many as the server lets wait, so that it is never without work and refuses nobody. */
const CAPACITY = 1_000
const OVERLOAD = 4 * CAPACITY
const BUYERS = 256
const ROUNDS = 5
const SECONDS = 4
/** More than are held in that time. */
const HOLDS = SECONDS * 10_000
const SEATS_EACH = 2
const SEATS_OF_SHOW = 500

interface Market {
  readonly port: number
  readonly buyers: readonly Buyer[]
  readonly free: FreeSeats
}

export const overload: Bench = {
  name: 'overload',
  title: `holds a second with ${OVERLOAD} clients, against ${CAPACITY}, of whom as many wait as may`,
  goal: 0.8,
  bound: 'at least',
  async run(lab, note) {
    const url = await lab.createDatabase()
    const shows = Math.ceil(((ROUNDS + 1) * 2 * HOLDS * SEATS_EACH) / SEATS_OF_SHOW)
    const free = new FreeSeats(await seedShows(url, { shows, seats: SEATS_OF_SHOW }), SEATS_EACH)
    const { port } = await lab.startServer('marquee', url)
    const market = { port, buyers: await signInBuyers(port, BUYERS), free }
    const ratios: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const peak = await sell(market, CAPACITY)
      const overloaded = await sell(market, OVERLOAD)
      const ratio = overloaded.perSecond / peak.perSecond
      if (round > 0) ratios.push(ratio)
      const name = round === 0 ? 'warm-up' : `round ${round} of ${ROUNDS}`
      note(`${name}: ${tell(peak)} at capacity; ${tell(overloaded)} with four times as many; ratio ${ratio.toFixed(2)}`)
    }
    return median(ratios)
  },
}

/** Lets so many clients hold seats for some seconds. Who is told that the server is busy comes back when it is told to. */
async function sell({ port, buyers, free }: Market, clients: number) {
  const sockets = await Promise.all(Array.from({ length: clients }, () => openSocket(port)))
  const requests = free.take(HOLDS).map((wish, index) => holdAtMarquee(buyers[index % BUYERS]!, wish))
  const over = new AbortController()
  setMaxListeners(0, over.signal)
  let held = 0
  let refused = 0
  const buy = async (socket: Socket) => {
    for (let request = requests.pop(); request !== undefined && !over.signal.aborted; ) {
      const answer = await exchange(socket, request)
      const retryAfter = readRetryAfter(answer)
      if (retryAfter !== null) {
        refused += 1
        await delay(retryAfter * 1_000, null, { signal: over.signal })
      } else if (isHeld(answer)) {
        if (!over.signal.aborted) held += 1
        request = requests.pop()
      } else throw new Error(`a hold was answered with ${answer.body}`)
    }
  }
  const end = setTimeout(() => over.abort(), SECONDS * 1_000)
  const ends = await Promise.allSettled(sockets.map(buy))
  clearTimeout(end)
  for (const socket of sockets) socket.destroy()
  const failed = ends.find((result) => result.status === 'rejected' && result.reason.name !== 'AbortError')
  if (failed !== undefined) throw (failed as PromiseRejectedResult).reason
  return { perSecond: held / SECONDS, refused }
}

function tell({ perSecond, refused }: { readonly perSecond: number; readonly refused: number }): string {
  return `${Math.round(perSecond)}/s (${refused} told to wait)`
}
