import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../kit/server.js'
import { StoppingProxy } from '../../kit/stoppingProxy.js'
import { FakeStripe } from '../../kit/stripe.js'
import { prices } from '../../runtime/saga/killing.js'
import { BOOK_SEATS, FREE_SEATS, INSERT_EVENT, INSERT_PAYMENT, UPDATE_PAYMENT } from '../../runtime/saga/reach.js'
import { Saga, type Site, type Story } from '../../runtime/saga/saga.js'
import { ENDS } from '../../runtime/saga/standing.js'
import type { End } from '../../runtime/saga/step.js'
import {
  APPROVED,
  CANCEL,
  CONFIRM,
  EXCHANGE_FOR_LESS,
  EXCHANGE_FOR_MORE,
  sendEvent,
} from '../../runtime/saga/stories.js'

let server: TestServer
let stripe: FakeStripe
let proxy: StoppingProxy
let site: Site
const price = prices()

beforeAll(async () => {
  stripe = await FakeStripe.start()
  const { secretKey, webhookSecret, url: apiUrl } = stripe
  server = await startServer({
    config: { stripe: { secretKey, webhookSecret, apiUrl } },
    through: async (databaseUrl) => {
      proxy = await StoppingProxy.open(databaseUrl)
      return proxy.url
    },
  })
  site = { stand: { seed: server.seed, stripe }, url: server.url, proxy }
})
afterAll(async () => {
  await server.close()
  await proxy.close()
  await stripe.close()
})

const open = (story: Story) => Saga.open(site, story, price.next().value)

/** Sends the request of a saga and cuts the connection after the COMMIT of the transaction with a statement: the answer. */
async function sendAndCut(saga: Saga, sql: RegExp): Promise<string> {
  const cut = proxy.cut({ at: 'committed', sql, about: saga.bookingId })
  const answer = await saga.send().catch((error: Error) => error.message)
  await cut
  return answer
}

type Row = readonly [name: string, story: Story, sql: RegExp, again: string, end: End]

const TABLE: readonly Row[] = [
  ['confirmBooking, that begins a payment', CONFIRM, INSERT_PAYMENT, 'ConfirmBookingSuccess', 'confirmed'],
  ['confirmBooking, that confirms', CONFIRM, BOOK_SEATS, 'ConfirmBookingSuccess', 'confirmed'],
  [
    'exchangeBooking, that begins a payment',
    EXCHANGE_FOR_MORE,
    INSERT_PAYMENT,
    'ExchangeBookingSuccess',
    'exchangedForMore',
  ],
  ['exchangeBooking, that is to be paid', EXCHANGE_FOR_MORE, BOOK_SEATS, 'ExchangeBookingSuccess', 'exchangedForMore'],
  ['exchangeBooking, that gives back', EXCHANGE_FOR_LESS, FREE_SEATS, 'ExchangeBookingSuccess', 'exchangedForLess'],
  ['cancelBooking', CANCEL, FREE_SEATS, 'CancelBookingSuccess', 'cancelled'],
]

describe('a connection that is cut after COMMIT', () => {
  it.each(TABLE)('%s: the same key gets the success at once', async (_name, story, sql, again, end) => {
    const saga = await open(story)
    expect(await sendAndCut(saga, sql)).toContain('SERVICE_UNAVAILABLE')
    expect(await saga.send()).toBe(again)
    await expect.poll(() => saga.standing(), { timeout: 20_000 }).toEqual(ENDS[end])
  })

  it.each(TABLE.filter(([, , sql]) => sql !== INSERT_PAYMENT))(
    '%s: it is carried on though nobody comes back',
    async (_name, story, sql, _again, end) => {
      const saga = await open(story)
      await sendAndCut(saga, sql)
      await expect.poll(() => saga.standing(), { timeout: 20_000 }).toEqual(ENDS[end])
    },
  )

  it('giving up what was reserved: the money is let go all the same', async () => {
    const saga = await open(CONFIRM)
    const held = saga.hold('create')
    const answer = sendAndCut(saga, UPDATE_PAYMENT)
    await held.arrived
    await saga.endHold()
    await saga.loseSeats(saga.show.seatIds)
    held.release()
    expect(await answer).toContain('SERVICE_UNAVAILABLE')
    await expect.poll(() => saga.standing(), { timeout: 20_000 }).toEqual(ENDS.lost)
    expect(await saga.send()).toBe('HoldExpiredError')
  })

  it('an event of Stripe: it is sent again, and counts once', async () => {
    const saga = await open(APPROVED)
    const cut = proxy.cut({ at: 'committed', sql: INSERT_EVENT, about: await saga.latest('payment') })
    expect(await sendEvent(saga)).toMatch(/^5/)
    await cut
    expect(await sendEvent(saga)).toBe('200')
    await expect.poll(() => saga.standing(), { timeout: 20_000 }).toEqual(ENDS.confirmed)
  })
})

describe('a connection that is cut half-way through confirming', () => {
  it('what is reserved and covers its booking confirms it within seconds, though nobody comes back', async () => {
    const saga = await open(CONFIRM)
    const cut = proxy.cut({ at: 'statement', sql: BOOK_SEATS, about: saga.bookingId })
    await expect(saga.send()).rejects.toThrow('SERVICE_UNAVAILABLE')
    await cut
    server.clock.jump(11)
    await expect.poll(() => saga.standing(), { timeout: 20_000 }).toEqual(ENDS.confirmed)
  })
})
