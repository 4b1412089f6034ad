import type { Client } from './client.js'
import { confirmBooking, holdSeats } from './operations.js'
import type { ShowOptions } from './seed.js'
import type { TestServer } from './server.js'

/** A paid booking of the first two seats of a show of five. */
export async function book({ seed }: TestServer, buyer: Client, options: ShowOptions = {}) {
  const show = await seed.show({ seats: 5, ...options })
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
  await confirmBooking(buyer, booking.id)
  return { show, booking, seats: show.seatIds }
}
