import { type Action, type Buyer, follow, type OwnBooking } from '../buyer.js'

async function look(buyer: Buyer, own: OwnBooking): Promise<void> {
  const booking = await buyer.client.ask({ operation: 'booking', input: { id: own.id } })
  follow(buyer, own, booking && { booking })
}

export const lookAtHold: Action = { name: 'look at a hold', weight: 2, needs: 'hold', run: look }
export const lookAtBooking: Action = { name: 'look at a booking', weight: 2, needs: 'booking', run: look }
