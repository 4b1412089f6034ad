import type { Action, Buyer } from '../buyer.js'
import { pickSeats } from '../seats.js'

const MOST_SEATS = 4

function wish({ market, random }: Buyer) {
  const show = random.pick(market.onSale)
  const holdSeconds = random.chance(0.5) ? random.whole(1, 8) : undefined
  return { showId: show.id, seatIds: pickSeats(random, show, MOST_SEATS), ...(holdSeconds && { holdSeconds }) }
}

/** Remembers the hold that an answer tells of. */
// biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
function keep({ holds }: Buyer, { showId, seatIds }: { showId: string; seatIds: string[] }, answer: any): void {
  if (answer?.__typename === 'HoldSeatsSuccess') holds.add({ id: answer.booking.id, showId, seatIds })
}

export const hold: Action = {
  name: 'hold',
  weight: 12,
  needs: 'nothing',
  async run(buyer) {
    const input = wish(buyer)
    keep(buyer, input, await buyer.client.ask({ operation: 'holdSeats', input, key: buyer.random.key() }))
  },
}

export const holdTwice: Action = {
  name: 'hold twice at once, under one key',
  weight: 2,
  needs: 'nothing',
  async run(buyer) {
    const request = { operation: 'holdSeats', input: wish(buyer), key: buyer.random.key() } as const
    const [answer] = await Promise.all([buyer.client.ask(request), buyer.client.ask(request)])
    keep(buyer, request.input, answer)
  },
}

export const holdByUsedKey: Action = {
  name: 'hold, and again other seats under the same key',
  weight: 1,
  needs: 'nothing',
  async run(buyer) {
    const key = buyer.random.key()
    const input = wish(buyer)
    keep(buyer, input, await buyer.client.ask({ operation: 'holdSeats', input, key }))
    await buyer.client.ask({ operation: 'holdSeats', input: wish(buyer), key })
  },
}

export const holdAndVanish: Action = {
  name: 'hold, and go away before the answer',
  weight: 2,
  needs: 'nothing',
  async run(buyer) {
    await buyer.client.ask({ operation: 'holdSeats', input: wish(buyer), key: buyer.random.key() }, 1)
  },
}
