import type { Action, OwnBooking } from '../buyer.js'

const cancelOf = ({ id }: OwnBooking) => ({ operation: 'cancelBooking', input: { bookingId: id } }) as const

export const cancel: Action = {
  name: 'cancel',
  weight: 4,
  needs: 'booking',
  async run({ client, bookings }, own) {
    if ((await client.ask(cancelOf(own))) !== null) bookings.delete(own)
  },
}

export const cancelTwice: Action = {
  name: 'cancel twice at once',
  weight: 2,
  needs: 'booking',
  async run({ client, bookings }, own) {
    await Promise.all([client.ask(cancelOf(own)), client.ask(cancelOf(own))])
    bookings.delete(own)
  },
}

export const keepBooking: Action = {
  name: 'keep what is bought',
  weight: 3,
  needs: 'booking',
  async run({ bookings }, own) {
    bookings.delete(own)
  },
}
