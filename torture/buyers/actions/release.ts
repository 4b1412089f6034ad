import type { Action } from '../buyer.js'

export const release: Action = {
  name: 'release',
  weight: 3,
  needs: 'hold',
  async run({ client, holds }, own) {
    const answer = await client.ask({ operation: 'releaseSeats', input: { bookingId: own.id } })
    if (answer !== null) holds.delete(own)
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
