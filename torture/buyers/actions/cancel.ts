import { type Action, type Buyer, follow, type OwnBooking } from '../buyer.js'
import type { Request } from '../client.js'
import { pickSome } from '../seats.js'

function toCancel({ random }: Buyer, { id, seatIds }: OwnBooking): Request {
  const some = random.chance(0.4) ? { seatIds: pickSome(random, seatIds) } : {}
  const key = random.chance(0.5) ? { key: random.key() } : {}
  return { operation: 'cancelBooking', input: { bookingId: id, ...some }, ...key }
}

async function sendAll(buyer: Buyer, own: OwnBooking, requests: readonly Request[]): Promise<void> {
  const answers = await Promise.all(requests.map((request) => buyer.client.ask(request)))
  for (const answer of answers) follow(buyer, own, answer)
  if (answers.some((answer) => answer?.__typename !== 'CancelBookingSuccess')) buyer.bookings.delete(own)
}

export const cancel: Action = {
  name: 'cancel all or some',
  weight: 4,
  needs: 'booking',
  run: (buyer, own) => sendAll(buyer, own, [toCancel(buyer, own)]),
}

export const cancelTwice: Action = {
  name: 'cancel the same twice at once',
  weight: 2,
  needs: 'booking',
  async run(buyer, own) {
    const request = toCancel(buyer, own)
    await sendAll(buyer, own, [request, request])
  },
}

export const cancelThisAndThat: Action = {
  name: 'cancel this and that at once',
  weight: 2,
  needs: 'booking',
  run: (buyer, own) => sendAll(buyer, own, [toCancel(buyer, own), toCancel(buyer, own)]),
}

export const keepBooking: Action = {
  name: 'keep what is bought',
  weight: 3,
  needs: 'booking',
  async run({ bookings }, own) {
    bookings.delete(own)
  },
}
