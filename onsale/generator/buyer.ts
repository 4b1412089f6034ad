import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Random } from '../../torture/kit/random.js'
import type { ChangeReader } from './changeReader.js'
import { ask, type Shared, signIn } from './client.js'
import { LiveMap } from './liveMap.js'
import type { Orders } from './protocol.js'
import type { Receipts } from './receipts.js'
import { Watch } from './watch.js'

export interface Sale extends Shared {
  readonly orders: Orders
  readonly reader: ChangeReader
  readonly receipts: Receipts
  /** The index of each seat by its global id. */
  readonly seats: ReadonlyMap<string, number>
}

const MOST_SEATS = 4
const OPENS_WITHIN_MS = 1_000
/** Local ports that one address has for sure. */
const SOCKETS_OF_AN_ADDRESS = 20_000

/** Somebody who wants one to four seats beside each other, sees which are free, and takes what is left. */
export class Buyer {
  readonly map: LiveMap
  /** When its map changed last, in milliseconds since 1970. */
  mapAt = 0
  readonly #sale: Sale
  readonly #index: number
  readonly #random: Random
  readonly #wants: number
  #token = ''
  #watch: Watch | null = null

  constructor(sale: Sale, index: number) {
    this.#sale = sale
    this.#index = index
    this.map = new LiveMap(sale.orders.seatIds.length)
    this.#random = new Random(`${sale.orders.seed} buyer-${this.#number}`)
    this.#wants = this.#random.whole(1, MOST_SEATS)
  }

  get breaks(): number {
    return this.#watch?.breaks ?? 0
  }

  async signIn(): Promise<void> {
    this.#token = await signIn(this.#sale)
  }

  /** Watches from now on; waits until it knows all seats. */
  async watch(): Promise<void> {
    const { ports, showId, documents } = this.#sale.orders
    this.#watch = new Watch({
      port: ports[this.#number % ports.length]!,
      token: this.#token,
      showId,
      query: documents.watch,
      localAddress: `127.0.0.${1 + Math.floor(this.#number / SOCKETS_OF_AN_ADDRESS)}`,
      onMessage: (message) => this.#learn(message),
    })
    await this.#watch.open()
  }

  /** Comes within the first second, and stays until it has seats, or there are none. */
  async buy(): Promise<void> {
    const { notes, isOver } = this.#sale
    await delay(notes.opensAt - performance.now() + this.#random.between(0, OPENS_WITHIN_MS))
    while (!isOver() && !this.map.isSoldOut) {
      if (this.map.free === 0) await this.map.news()
      else {
        const bookingId = await this.#hold()
        if (bookingId !== null && (await this.#pay(bookingId))) return
      }
    }
  }

  close(): void {
    this.#watch?.close()
  }

  get #number(): number {
    return this.#sale.orders.firstBuyer + this.#index
  }

  async #hold(): Promise<string | null> {
    const { showId, seatIds } = this.#sale.orders
    const picked = this.map.pick(this.#random.whole(0, seatIds.length - 1), this.#wants)
    const input = { showId, seatIds: picked.map((seat) => seatIds[seat]!), idempotencyKey: randomUUID() }
    const answer = await ask(this.#sale, 'holdSeats', { token: this.#token, input })
    if (answer?.__typename === 'SeatsUnavailableError') {
      for (const { seatId } of answer.seats) this.map.refuse(this.#sale.seats.get(seatId)!)
    }
    return answer?.booking?.id ?? null
  }

  async #pay(bookingId: string): Promise<boolean> {
    const payment = { method: 'CARD', token: 'pm_card_visa' }
    const input = { bookingId, payment, idempotencyKey: randomUUID() }
    const answer = await ask(this.#sale, 'confirmBooking', { token: this.#token, input })
    if (answer?.__typename !== 'ConfirmBookingSuccess') return false
    for (const { seat } of answer.booking.seats) this.#sale.notes.boughtSeats.push(this.#sale.seats.get(seat.id)!)
    return true
  }

  #learn(message: string): string | null {
    const change = this.#sale.reader.read(message)
    if (change === null) return null
    const { notes, receipts } = this.#sale
    const now = Date.now()
    notes.messages++
    for (let at = 0; at < change.states.length; at += 2) {
      const seat = change.states[at]!
      const from = this.map.version(seat)
      if (!this.map.learn(seat, change.states[at + 1]!)) continue
      this.mapAt = now
      if (now >= notes.openedAt)
        receipts.note(this.#index, { seat, from, to: this.map.version(seat) }, now - notes.openedAt)
    }
    return change.cursor
  }
}
