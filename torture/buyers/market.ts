import type pg from 'pg'
import type { Random } from '../kit/random.js'
import type { ServerProcess } from '../world/serverProcess.js'
import { type MarketShow, openShow } from '../world/shows.js'
import type { OwnBooking } from './buyer.js'

const ON_SALE = 4
const OPEN_EVERY_MS = 2_500

/** The longest that money may be reserved for nobody, and some more. */
const LEFT_MONEY_MS = 17 * 60_000

export interface Offer extends OwnBooking {
  readonly code: string
}

/** What buyers know: the servers that work, and the shows on sale. */
export class Market {
  /** All shows, the newest last. */
  readonly shows: MarketShow[] = []
  /** Bookings that somebody offers to whoever has the code. */
  readonly offers: Offer[] = []
  /** Nobody begins anything any more. */
  isClosing = false
  /** Nobody waits for an answer any more. */
  isOver = false
  readonly #servers: readonly ServerProcess[]
  readonly #pool: pg.Pool
  readonly #random: Random
  #timer: NodeJS.Timeout | undefined
  #closesAt = 0

  constructor(servers: readonly ServerProcess[], pool: pg.Pool, random: Random) {
    this.#servers = servers
    this.#pool = pool
    this.#random = random
  }

  async open(forMs: number): Promise<void> {
    this.#closesAt = Date.now() + forMs
    for (let count = 0; count < ON_SALE; count++) await this.#openShow()
    this.#timer = setInterval(() => void this.#openShow(), OPEN_EVERY_MS)
  }

  close(): void {
    this.isClosing = true
    clearInterval(this.#timer)
  }

  end(): void {
    this.close()
    this.isOver = true
  }

  /** The shows that are sold now, most of them not full. */
  get onSale(): readonly MarketShow[] {
    return this.shows.slice(-ON_SALE)
  }

  /** Whether what is left now ends before the market does, however long it takes. */
  get isEarly(): boolean {
    return this.#closesAt - Date.now() > LEFT_MONEY_MS
  }

  /** A server that works, as far as is known; null when none does. */
  pickServer(random: Random): ServerProcess | null {
    const running = this.#servers.filter(({ isRunning }) => isRunning)
    return running.length === 0 ? null : random.pick(running)
  }

  /** Lets an account work at the theater. */
  async appoint(accountId: string): Promise<void> {
    await this.#pool.query('INSERT INTO theater_staff (account_id, theater_id) VALUES ($1, 1)', [accountId])
  }

  async #openShow(): Promise<void> {
    this.shows.push(await openShow(this.#pool, this.#random))
  }
}
