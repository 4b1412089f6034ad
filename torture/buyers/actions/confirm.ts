import { type Action, type Buyer, follow, type OwnBooking } from '../buyer.js'
import { accepted, type Card, declined, toBeApproved } from '../cards.js'
import type { Request } from '../client.js'

function pay({ random }: Buyer, { id }: OwnBooking, card: Card, amount?: string): Request {
  const payment = { ...card, ...(amount && { amount }) }
  return { operation: 'confirmBooking', input: { bookingId: id, payment }, key: random.key() }
}

/** Sends all at once, and follows what is answered. */
async function sendAll(buyer: Buyer, own: OwnBooking, requests: readonly Request[]): Promise<void> {
  const answers = await Promise.all(requests.map((request) => buyer.client.ask(request)))
  for (const answer of answers) follow(buyer, own, answer)
}

export const confirm: Action = {
  name: 'confirm',
  weight: 8,
  needs: 'hold',
  async run(buyer, own) {
    const request = pay(buyer, own, accepted(buyer.random))
    await sendAll(buyer, own, [request])
    if (buyer.random.chance(0.1)) await sendAll(buyer, own, [request])
  },
}

export const confirmDeclined: Action = {
  name: 'confirm by a card that is declined',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    const request = pay(buyer, own, declined(buyer.random))
    await sendAll(buyer, own, [request])
    if (buyer.random.chance(0.2)) await sendAll(buyer, own, [request])
  },
}

export const confirmTwice: Action = {
  name: 'confirm twice at once, under one key',
  weight: 3,
  needs: 'hold',
  async run(buyer, own) {
    const request = pay(buyer, own, accepted(buyer.random))
    await sendAll(buyer, own, [request, request])
  },
}

export const confirmByTwoKeys: Action = {
  name: 'confirm twice at once, under two keys',
  weight: 3,
  needs: 'hold',
  async run(buyer, own) {
    await sendAll(
      buyer,
      own,
      [1, 2].map(() => pay(buyer, own, accepted(buyer.random))),
    )
  },
}

export const confirmInParts: Action = {
  name: 'confirm in two parts',
  weight: 3,
  needs: 'hold',
  async run(buyer, own) {
    const { random } = buyer
    const part = pay(buyer, own, accepted(random), random.between(1, 12).toFixed(2))
    const rest = pay(buyer, own, random.chance(0.2) ? declined(random) : accepted(random))
    if (random.chance(0.3)) return sendAll(buyer, own, [part, rest])
    await sendAll(buyer, own, [part])
    if (random.chance(0.8)) await sendAll(buyer, own, [rest])
  },
}

export const confirmByApproval: Action = {
  name: 'confirm by a payment that is to be approved',
  weight: 4,
  needs: 'hold',
  async run(buyer, own) {
    const { client, random } = buyer
    const request = pay(buyer, own, toBeApproved(random))
    const answer = await client.ask(request)
    follow(buyer, own, answer)
    if (answer?.__typename !== 'PaymentActionRequired' || random.chance(0.2)) return
    await client.decide(answer.url, own.id, random.chance(0.75))
    if (random.chance(0.7)) await sendAll(buyer, own, [request])
  },
}

export const confirmAndChange: Action = {
  name: 'confirm and release at once',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    const seatIds = buyer.random.chance(0.5) ? { seatIds: own.seatIds.slice(0, 1) } : {}
    const release = {
      operation: 'releaseSeats',
      input: { bookingId: own.id, ...seatIds },
      key: buyer.random.key(),
    } as const
    await sendAll(buyer, own, [pay(buyer, own, accepted(buyer.random)), release])
  },
}

export const confirmAndVanish: Action = {
  name: 'confirm, and go away before the answer',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    buyer.holds.delete(own)
    await buyer.client.ask(pay(buyer, own, accepted(buyer.random)), 1)
  },
}
