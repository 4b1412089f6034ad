import { type Action, follow } from '../buyer.js'
import { findShow, pickSeats, pickSome } from '../seats.js'

export const release: Action = {
  name: 'release',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    const key = buyer.random.chance(0.5) ? { key: buyer.random.key() } : {}
    follow(buyer, own, await buyer.client.ask({ operation: 'releaseSeats', input: { bookingId: own.id }, ...key }))
  },
}

export const releaseSome: Action = {
  name: 'release some',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    const input = { bookingId: own.id, seatIds: pickSome(buyer.random, own.seatIds) }
    follow(buyer, own, await buyer.client.ask({ operation: 'releaseSeats', input, key: buyer.random.key() }))
  },
}

export const extend: Action = {
  name: 'extend',
  weight: 2,
  needs: 'hold',
  async run(buyer, own) {
    const input = { bookingId: own.id }
    follow(buyer, own, await buyer.client.ask({ operation: 'extendHold', input, key: buyer.random.key() }))
  },
}

export const swap: Action = {
  name: 'swap',
  weight: 4,
  needs: 'hold',
  async run(buyer, own) {
    const { random, market, client } = buyer
    const releaseSeatIds = pickSome(random, own.seatIds)
    const wanted = pickSeats(random, findShow(market, own.showId), 3)
    const takeSeatIds = wanted.filter((id) => !own.seatIds.includes(id))
    if (takeSeatIds.length === 0) return
    const input = { bookingId: own.id, releaseSeatIds, takeSeatIds }
    const request = { operation: 'swapSeats', input, key: random.key() } as const
    const twins = random.chance(0.2) ? [request, request] : [request]
    for (const answer of await Promise.all(twins.map((twin) => client.ask(twin)))) follow(buyer, own, answer)
  },
}

export const goAway: Action = {
  name: 'go away',
  weight: 2,
  needs: 'hold',
  async run({ holds }, own) {
    holds.delete(own)
  },
}
