import { Logger, runOnce } from 'graphile-worker'
import { bookingsModule, expireDueHolds, settleUnfinished } from '../../../src/modules/bookings/index.js'
import { paymentsModule } from '../../../src/modules/payments/index.js'
import type { Client } from '../../kit/client.js'
import type { SeededShow } from '../../kit/seed.js'
import type { TestServer } from '../../kit/server.js'
import { type Booking, MINUTE, type Model, type PolicyName } from './model/model.js'

/** A mutation as it was sent, and how it was answered. */
export interface Sent {
  readonly by: number
  readonly mutation: string
  readonly input: object
  readonly answer: Answer
  /** The one that the answer may show. */
  readonly booking: Booking | null
  readonly at: number
}

// biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
export type Answer = any

/** A seat as the map shows it. */
export interface SeenSeat {
  readonly status: string
  readonly version: number
}

/** What the model has numbers for, as the server knows it. */
export interface Real {
  readonly server: TestServer
  readonly guests: readonly Client[]
  readonly shows: readonly SeededShow[]
  readonly bookingIds: string[]
  readonly codes: string[]
  readonly sent: Sent[]
  /** The seats as they were seen last, by their ids. */
  readonly seen: Map<string, SeenSeat>
}

export const GUESTS = 3
export const SEATS = 6

/** What a run begins with. */
export interface World {
  readonly shows: readonly { readonly policy: PolicyName; readonly startsInHours: number }[]
}

/** Amounts whose halves and quarters are no whole cents, some of them equal. */
const PRICES = [
  [1001, 1001, 1250, 1333, 1501, 1999],
  [901, 1001, 1250, 1499, 1755, 2005],
] as const
const SHOW_SECONDS = 7200

/** The same world in the model and on the server. */
export async function build(server: TestServer, guests: readonly Client[], world: World) {
  const now = server.clock.now().getTime()
  const shows = world.shows.map(({ policy, startsInHours }, index) => {
    const startsAt = now + startsInHours * 60 * MINUTE
    return {
      policy,
      startsAt,
      endsAt: startsAt + SHOW_SECONDS * 1000,
      prices: PRICES[index]!,
      blocked: new Set<number>(),
      isCancelled: false,
    }
  })
  const model: Model = { now, shows, bookings: [], codes: 0 }
  const seeded = []
  for (const [index, show] of world.shows.entries()) seeded.push(await seedShow(server, show, PRICES[index]!))
  const real: Real = { server, guests, shows: seeded, bookingIds: [], codes: [], sent: [], seen: new Map() }
  return { model, real }
}

async function seedShow(
  { seed }: TestServer,
  { policy, startsInHours }: World['shows'][number],
  prices: readonly number[],
): Promise<SeededShow> {
  const options = { seats: prices.length, startsInSeconds: startsInHours * 3600, runsForSeconds: SHOW_SECONDS }
  const show = await seed.show(options)
  await seed.sql('UPDATE show SET cancellation_policy = $2 WHERE id = $1', [show.key, policy])
  await seed.sql(
    `UPDATE show_seat SET price = ($2::int[])[place] FROM
       (SELECT seat_id, row_number() OVER (ORDER BY seat_id) AS place FROM show_seat WHERE show_id = $1) AS placed
     WHERE show_id = $1 AND show_seat.seat_id = placed.seat_id`,
    [show.key, prices],
  )
  return show
}

const SILENT = new Logger(() => () => {})

/** What a worker does by and by, done now. */
export async function work({ services, databaseUrl }: TestServer): Promise<void> {
  await expireDueHolds(services)
  await settleUnfinished(services)
  const tasks = { ...bookingsModule.tasks, ...paymentsModule.tasks }
  await tasks.completeEndedBookings!({}, services)
  await runOnce({
    connectionString: databaseUrl,
    noHandleSignals: true,
    logger: SILENT,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload) => task(payload, services)]),
    ),
  })
}

export const seatIdsOf = ({ shows }: Real, show: number, seats: readonly number[]): string[] =>
  seats.map((seat) => shows[show]!.seatIds[seat]!)
