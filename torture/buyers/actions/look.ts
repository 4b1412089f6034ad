import type { Action } from '../buyer.js'

const look = async ({ client }: Parameters<Action['run']>[0], { id }: Parameters<Action['run']>[1]) => {
  await client.ask({ operation: 'booking', input: { id } })
}

export const lookAtHold: Action = { name: 'look at a hold', weight: 2, needs: 'hold', run: look }
export const lookAtBooking: Action = { name: 'look at a booking', weight: 2, needs: 'booking', run: look }
