import { type Action, follow } from '../buyer.js'

export const transfer: Action = {
  name: 'offer to somebody',
  weight: 2,
  needs: 'booking',
  async run({ client, random, market, bookings }, own) {
    const input = { bookingId: own.id, email: 'friend@example.org' }
    const answer = await client.ask({ operation: 'transferBooking', input, key: random.key() })
    if (answer?.__typename !== 'TransferBookingSuccess') bookings.delete(own)
    else market.offers.push({ ...own, code: answer.code })
  },
}

export const withdraw: Action = {
  name: 'withdraw an offer',
  weight: 1,
  needs: 'booking',
  async run(buyer, own) {
    const input = { bookingId: own.id }
    follow(buyer, own, await buyer.client.ask({ operation: 'withdrawTransfer', input, key: buyer.random.key() }))
  },
}

export const accept: Action = {
  name: 'accept an offer',
  weight: 2,
  needs: 'nothing',
  async run({ client, random, market, bookings }) {
    if (market.offers.length === 0) return
    const offer = random.pick(market.offers.slice(-10))
    const { code, ...own } = offer
    const answer = await client.ask({ operation: 'acceptTransfer', input: { code }, key: random.key() })
    if (answer?.__typename === 'AcceptTransferSuccess') bookings.add(own)
    // Somebody else may try as well, or after.
    if (random.chance(0.7)) market.offers.splice(market.offers.indexOf(offer), 1)
  },
}
