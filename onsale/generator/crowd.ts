import { performance } from 'node:perf_hooks'
import { cpuUsage } from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { Buyer, type Sale } from './buyer.js'
import { ChangeReader } from './changeReader.js'
import { Connections } from './connections.js'
import { Notes } from './notes.js'
import type { Ending, Findings, Orders, Progress } from './protocol.js'
import { Receipts } from './receipts.js'

/** How many sign in, and how many connect, at once: before the sale nobody is in a hurry. */
const SIGNING_IN = 8
const CONNECTING = 64
const MAPS_WITHIN_MS = 30_000
const ANSWERS_WITHIN_MS = 30_000
const LOOK_EVERY_MS = 20

/** The buyers of this process. */
export class Crowd {
  readonly #sale: Sale
  readonly #buyers: readonly Buyer[]
  #signedIn = 0
  #watching = 0
  #isOver = false
  #buying: Promise<unknown> = Promise.resolve()
  #idle = performance.eventLoopUtilization()
  #cpu = cpuUsage()

  constructor(orders: Orders) {
    const { ports, connections, documents, seatIds, buyers } = orders
    this.#sale = {
      orders,
      documents,
      connections: new Connections(ports, connections),
      notes: new Notes(),
      reader: new ChangeReader(seatIds),
      receipts: new Receipts(seatIds.length, buyers),
      seats: new Map(seatIds.map((id, index) => [id, index])),
      isOver: () => this.#isOver,
    }
    this.#buyers = Array.from({ length: buyers }, (_, index) => new Buyer(this.#sale, index))
  }

  get progress(): Progress {
    return { signedIn: this.#signedIn, watching: this.#watching, answered: this.#sale.notes.answered }
  }

  async signIn(): Promise<void> {
    await this.#each(SIGNING_IN, async (buyer) => {
      await buyer.signIn()
      this.#signedIn++
    })
  }

  async watch(): Promise<void> {
    await this.#each(CONNECTING, async (buyer) => {
      await buyer.watch()
      this.#watching++
    })
    await this.#sale.connections.open()
  }

  /** Opens the sale at a moment, in milliseconds since 1970. */
  open(at: number): void {
    const { notes } = this.#sale
    notes.openedAt = at
    notes.opensAt = performance.now() + at - Date.now()
    this.#idle = performance.eventLoopUtilization()
    this.#cpu = cpuUsage()
    this.#buying = Promise.all(this.#buyers.map((buyer) => buyer.buy()))
  }

  /** Waits until all maps are as the seats are, and all requests answered, each for a while at most: what was seen. */
  async end(ending: Ending): Promise<Findings> {
    const until = performance.now() + MAPS_WITHIN_MS
    while (this.#buyers.some((buyer) => isWrong(buyer, ending)) && performance.now() < until) await delay(LOOK_EVERY_MS)
    const { utilization, active, idle } = performance.eventLoopUtilization(this.#idle)
    const { user, system } = cpuUsage(this.#cpu)
    this.#isOver = true
    for (const { map } of this.#buyers) map.leave()
    await Promise.race([this.#buying, delay(ANSWERS_WITHIN_MS, null, { ref: false })])
    const findings = this.#find(ending)
    for (const buyer of this.#buyers) buyer.close()
    this.#sale.connections.close()
    return { ...findings, busy: utilization, cores: (user + system) / 1000 / (active + idle) }
  }

  /** Has all buyers do something, so many at once. */
  async #each(atOnce: number, act: (buyer: Buyer) => Promise<void>): Promise<void> {
    const left = this.#buyers.values()
    const actForSome = async () => {
      for (const buyer of left) await act(buyer)
    }
    await Promise.all(Array.from({ length: atOnce }, actForSome))
  }

  #find(ending: Ending): Omit<Findings, 'busy' | 'cores'> {
    const { notes, receipts } = this.#sale
    const { latencies, missed } = receipts.measure(ending.changes, notes.openedAt)
    return {
      outcomes: notes.outcomes,
      holds: notes.holds.pack(),
      sentHolds: notes.sentHolds.pack(),
      confirmations: notes.confirmations.pack(),
      events: latencies.pack(),
      messages: notes.messages,
      missed,
      boughtSeats: notes.boughtSeats,
      wrongMaps: this.#buyers.filter((buyer) => isWrong(buyer, ending)).length,
      lastMapAt: this.#buyers.reduce((latest, { mapAt }) => Math.max(latest, mapAt), 0),
      breaks: this.#buyers.reduce((sum, { breaks }) => sum + breaks, 0),
    }
  }
}

function isWrong({ map }: Buyer, { versions }: Ending): boolean {
  return versions.some((version, seat) => map.version(seat) !== version)
}
