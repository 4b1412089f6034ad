import { type Client, createClient } from '../../kit/client.js'
import { confirmBooking, holdSeats, signIn } from '../../kit/operations.js'
import type { ShowOptions } from '../../kit/seed.js'
import type { TestServer } from '../../kit/server.js'

export interface Buyer {
  readonly client: Client
  readonly email: string
}

/** Somebody with an account, and so with an address. */
export async function signInBuyer(server: TestServer, who: { name?: string } = {}): Promise<Buyer> {
  const email = await server.seed.account(who)
  return { client: createClient(server.url, await signIn(server.anonymous, email)), email }
}

/** A booking that somebody with an account holds. */
export async function holdAsBuyer(server: TestServer, options: ShowOptions & { name?: string } = {}) {
  const buyer = await signInBuyer(server, options)
  const show = await server.seed.show(options)
  const { booking } = await holdSeats(buyer.client, show)
  return { ...buyer, show, bookingId: booking.id as string, key: keyOf(booking.id) }
}

/** A booking that somebody with an account has paid. */
export async function buy(server: TestServer, options: ShowOptions & { name?: string } = {}) {
  const hold = await holdAsBuyer(server, options)
  const { booking } = await confirmBooking(hold.client, hold.bookingId)
  if (booking?.status !== 'CONFIRMED') throw new Error('not confirmed')
  return hold
}

/** What is to be sent of a booking, and how it stands. */
export async function listNotifications(server: TestServer, bookingKey: string) {
  return server.seed.sql(
    `SELECT id, event, occurrence, channel, recipient, status, attempts, last_error FROM notification
     WHERE booking_id = $1 ORDER BY created_at, event, channel`,
    [bookingKey],
  )
}

/** Has a task done by whoever works jobs. */
export async function enqueue(server: TestServer, task: string, payload: object = {}): Promise<void> {
  await server.seed.sql('SELECT graphile_worker.add_job($1, $2::json)', [task, JSON.stringify(payload)])
}

/** How many jobs of a task wait or run. */
export async function countJobs(server: TestServer, task: string): Promise<number> {
  const [{ count }] = await server.seed.sql(
    'SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = $1 AND attempts < max_attempts',
    [task],
  )
  return count
}

export function keyOf(globalId: string): string {
  return Buffer.from(globalId, 'base64url').toString().split(':')[1]!
}
