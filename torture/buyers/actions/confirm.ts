import type { Action, Buyer, OwnBooking } from '../buyer.js'
import type { Request } from '../client.js'

const ACCEPTED = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex']
const DECLINED = ['pm_card_chargeDeclined', 'pm_card_chargeDeclinedInsufficientFunds', 'pm_card_nobody_knows']

function pay({ random }: Buyer, { id }: OwnBooking, tokens: readonly string[] = ACCEPTED): Request {
  const payment = { method: 'CARD', token: random.pick(tokens) }
  return { operation: 'confirmBooking', input: { bookingId: id, payment }, key: random.key() }
}

/** Moves a booking to where its last answers say that it is. */
// biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
function follow({ holds, bookings }: Buyer, own: OwnBooking, answers: readonly any[]): void {
  const told = answers.map((answer) => answer?.__typename)
  if (told.includes('ConfirmBookingSuccess')) bookings.add(own)
  const isOver = ['ConfirmBookingSuccess', 'HoldExpiredError', 'BookingStateError', 'ShowClosedError', 'NotFoundError']
  if (told.some((name) => isOver.includes(name))) holds.delete(own)
}

export const confirm: Action = {
  name: 'confirm',
  weight: 8,
  needs: 'hold',
  async run(buyer, own) {
    const request = pay(buyer, own)
    const answer = await buyer.client.ask(request)
    follow(buyer, own, [answer])
    if (buyer.random.chance(0.1)) await buyer.client.ask(request)
  },
}

export const confirmDeclined: Action = {
  name: 'confirm by a card that is declined',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    const request = pay(buyer, own, DECLINED)
    follow(buyer, own, [await buyer.client.ask(request)])
    if (buyer.random.chance(0.2)) await buyer.client.ask(request)
  },
}

export const confirmTwice: Action = {
  name: 'confirm twice at once, under one key',
  weight: 3,
  needs: 'hold',
  async run(buyer, own) {
    const request = pay(buyer, own)
    follow(buyer, own, await Promise.all([buyer.client.ask(request), buyer.client.ask(request)]))
  },
}

export const confirmByTwoKeys: Action = {
  name: 'confirm twice at once, under two keys',
  weight: 3,
  needs: 'hold',
  async run(buyer, own) {
    const requests = [pay(buyer, own), pay(buyer, own)]
    follow(buyer, own, await Promise.all(requests.map((request) => buyer.client.ask(request))))
  },
}

export const confirmAndRelease: Action = {
  name: 'confirm and release at once',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    const release = { operation: 'releaseSeats', input: { bookingId: own.id } } as const
    const answers = await Promise.all([buyer.client.ask(pay(buyer, own)), buyer.client.ask(release)])
    follow(buyer, own, answers)
    if (answers[1]?.__typename === 'ReleaseSeatsSuccess') buyer.holds.delete(own)
  },
}

export const confirmAndVanish: Action = {
  name: 'confirm, and go away before the answer',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    buyer.holds.delete(own)
    await buyer.client.ask(pay(buyer, own), 1)
  },
}
