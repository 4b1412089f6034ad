import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Stand } from '../../kit/apiProcess.js'
import { type Client, createClient } from '../../kit/client.js'
import { holdSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import type { StoppingProxy } from '../../kit/stoppingProxy.js'
import type { Call, Held } from '../../kit/stripe.js'
import { readStanding, type Standing } from './standing.js'

/** What a buyer has done before, and then asks for. */
export interface Story {
  /** After two of three seats are held. */
  before(saga: Saga): Promise<void>
  /** The mutation, and its input besides the booking and the key. */
  readonly operation: 'confirmBooking' | 'exchangeBooking' | 'cancelBooking'
  input(saga: Saga): object
  /** What the payment comes to that it is about, by the price of a seat: no other payment comes to the same. */
  amount(price: number): number
  /** The money that it is about: where it stands in our books and in Stripe's. */
  money(standing: Standing): Money
}

/** Statuses, in our books and in Stripe's. */
export type Money = readonly [ours: string, theirs: string]

/** Where a saga runs: an API, and what stands between the process in question and Postgres. */
export interface Site {
  readonly stand: Pick<Stand, 'seed' | 'stripe'>
  readonly url: string
  readonly proxy: StoppingProxy
}

const RETRY_MS = 100
const UNAVAILABLE = 'SERVICE_UNAVAILABLE'

/** A booking on its way, of a buyer and a show of its own. */
export class Saga {
  readonly key = randomUUID()
  readonly site: Site
  readonly story: Story
  /** Of a seat, in cents. */
  readonly price: number
  readonly buyer: Client
  readonly show: SeededShow
  /** The global id of its booking. */
  readonly booking: string

  private constructor(site: Site, story: Story, rest: Pick<Saga, 'price' | 'buyer' | 'show' | 'booking'>) {
    this.site = site
    this.story = story
    this.price = rest.price
    this.buyer = rest.buyer
    this.show = rest.show
    this.booking = rest.booking
  }

  static async open(site: Site, story: Story, price: number): Promise<Saga> {
    const show = await site.stand.seed.show({ seats: 3, price })
    const buyer = await signInAsGuest(site.url)
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
    const saga = new Saga(site, story, { price, buyer, show, booking: booking.id })
    await story.before(saga)
    return saga
  }

  get bookingId(): string {
    return Buffer.from(this.booking, 'base64url').toString().split(':')[1]!
  }

  /** Sends its request to its own API, or another one: what comes back, by name. */
  async send(url = this.site.url, story = this.story): Promise<string> {
    const { operation } = story
    const input = { bookingId: this.booking, idempotencyKey: this.key, ...story.input(this) }
    const type = `${operation[0]!.toUpperCase()}${operation.slice(1)}Input!`
    const document = `mutation ($input: ${type}) { answer: ${operation}(input: $input) { __typename } }`
    const { answer } = await createClient(url, this.buyer.token).query(document, { input })
    return answer.__typename
  }

  /** Sends its request again, as long as it is told to. */
  async sendAgain(url: string): Promise<string> {
    for (;;) {
      const name = await this.send(url).catch(readUnavailable)
      if (name !== 'RequestInProgressError' && name !== UNAVAILABLE) return name
      if (name === 'RequestInProgressError') await this.endClaim()
      await delay(RETRY_MS)
    }
  }

  /** Holds the next answer of Stripe to a call about its payment back. */
  hold(call: Call): Held {
    return this.site.stand.stripe.hold(call, this.story.amount(this.price))
  }

  /** Keeps what tries again from going on where it stands. */
  async freeze(): Promise<void> {
    const rows = await this.sql(`SELECT id FROM payment WHERE booking_id = $1
      UNION SELECT refund.id FROM refund JOIN payment ON payment.id = payment_id WHERE booking_id = $1`)
    this.site.proxy.freeze([this.bookingId, ...rows.map(({ id }: { id: string }) => id)])
  }

  /** The id of its latest payment, or refund. */
  async latest(table: 'payment' | 'refund'): Promise<string> {
    const from = table === 'payment' ? 'payment' : 'refund JOIN payment ON payment.id = payment_id'
    const [{ id }] = await this.sql(
      `SELECT ${table}.id FROM ${from} WHERE booking_id = $1 ORDER BY ${table}.created_at DESC LIMIT 1`,
    )
    return id
  }

  /** Makes its payments and refunds older, as if nobody had touched them for a while. */
  async age(seconds: number): Promise<void> {
    const older = (column: string) => `${column} = ${column} - make_interval(secs => ${seconds})`
    const set = `SET ${older('created_at')}, ${older('updated_at')}`
    await this.sql(`UPDATE payment ${set}, ${older('asked_at')} WHERE booking_id = $1`)
    await this.sql(`UPDATE refund ${set} WHERE payment_id IN (SELECT id FROM payment WHERE booking_id = $1)`)
  }

  /** Ends the claim that the process that is gone has on its key, as half a minute does. */
  async endClaim(): Promise<void> {
    const end = `UPDATE idempotency_record SET claimed_until = now() WHERE key = $1 AND answer IS NULL`
    await this.site.stand.seed.sql(end, [this.key])
  }

  /** Ends its hold, as its time does. */
  async endHold(): Promise<void> {
    await this.sql(`UPDATE booking SET expires_at = now() WHERE id = $1`)
    await this.sql(`UPDATE show_seat SET held_until = now() WHERE booking_id = $1`)
  }

  /** Has somebody else hold seats of the show. */
  async loseSeats(seatIds: readonly string[]): Promise<void> {
    await holdSeats(await signInAsGuest(this.site.url), this.show, [...seatIds])
  }

  standing(): Promise<Standing> {
    return readStanding(this)
  }

  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  sql(text: string): Promise<any> {
    return this.site.stand.seed.sql(text, [this.bookingId])
  }
}

/** A server that is too busy asks for the same request again. */
function readUnavailable(error: Error): string {
  if (!error.message.includes(UNAVAILABLE)) throw error
  return UNAVAILABLE
}

async function signInAsGuest(url: string): Promise<Client> {
  const { signInAsGuest } = await createClient(url).query(
    'mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken } } }',
  )
  return createClient(url, signInAsGuest.accessToken)
}
