import { type Action, type Buyer, follow, type OwnBooking } from '../buyer.js'
import { accepted, declined, toBeApproved } from '../cards.js'
import type { Request } from '../client.js'
import { findShow, pickSeats, pickSome } from '../seats.js'

/** Other seats of the same show or another, some of the own ones among them at times. */
function toExchange({ random, market }: Buyer, own: OwnBooking): Request {
  const show = random.chance(0.6) ? findShow(market, own.showId) : random.pick(market.onSale)
  const kept = show.id === own.showId && random.chance(0.6) ? pickSome(random, own.seatIds) : []
  const seatIds = [...new Set([...kept, ...pickSeats(random, show, 3)])]
  const card = random.weighted([
    { weight: 6, choose: accepted },
    { weight: 1, choose: declined },
    { weight: 2, choose: toBeApproved },
  ])
  const payment = random.chance(0.9) ? { payment: card.choose(random) } : {}
  const input = { bookingId: own.id, showId: show.id, seatIds, ...payment }
  return { operation: 'exchangeBooking', input, key: random.key() }
}

/** Sends it until it has its final answer: the money of an exchange that is left waits for a quarter of an hour. */
async function carryOut(buyer: Buyer, own: OwnBooking, request: Request): Promise<void> {
  const { client, random } = buyer
  let answer = await client.ask(request)
  if (answer?.__typename === 'PaymentActionRequired') {
    await client.decide(answer.url, own.id, random.chance(0.75))
    answer = await client.ask(request)
  }
  if (answer?.__typename === 'ExchangeBookingSuccess') own.showId = request.input.showId as string
  follow(buyer, own, answer)
}

export const exchange: Action = {
  name: 'exchange',
  weight: 5,
  needs: 'booking',
  run: (buyer, own) => carryOut(buyer, own, toExchange(buyer, own)),
}

export const exchangeTwice: Action = {
  name: 'exchange twice at once, under one key',
  weight: 2,
  needs: 'booking',
  async run(buyer, own) {
    const request = toExchange(buyer, own)
    await Promise.all([carryOut(buyer, own, request), carryOut(buyer, own, request)])
  },
}

export const exchangeAndCancel: Action = {
  name: 'exchange and cancel at once',
  weight: 2,
  needs: 'booking',
  async run(buyer, own) {
    const cancel = { operation: 'cancelBooking', input: { bookingId: own.id } } as const
    await Promise.all([carryOut(buyer, own, toExchange(buyer, own)), buyer.client.ask(cancel)])
    buyer.bookings.delete(own)
  },
}

export const exchangeAndVanish: Action = {
  name: 'exchange, and go away before the answer',
  weight: 1,
  needs: 'booking',
  async run(buyer, own) {
    if (!buyer.market.isEarly) return
    buyer.bookings.delete(own)
    await buyer.client.ask(toExchange(buyer, own), 1)
  },
}
