import { expireDueHolds } from '../bookings/index.js'
import type { Check } from './check.js'
import {
  freeStraySeat,
  isPending,
  listOverdueHolds,
  listStraySeats,
  listWrongHoldEnds,
  type StraySeat,
  setHoldEnd,
} from './mendStore.js'

/** What is mended: all of it gives seats back to whom they belong, and moves no money. */
export const bookingChecks: readonly Check[] = [
  {
    name: 'overdueHolds',
    title: 'Holds whose time is over have expired',
    async find(services, { settledBefore }) {
      return (await listOverdueHolds(services.db, settledBefore)).map(({ id, expiresAt }) => ({
        subject: `booking ${id}`,
        detail: `is PENDING, and its time was over at ${expiresAt.toISOString()}`,
        async mend() {
          await expireDueHolds(services)
          return !(await isPending(services.db, id))
        },
      }))
    },
  },
  {
    name: 'strayHolds',
    title: 'Held seats belong to a hold',
    async find({ db, clock, seatMaps }, { since }) {
      return (await listStraySeats(db, since)).map((seat) => ({
        subject: `seat ${seat.showId}.${seat.seatId}`,
        detail: describeStray(seat),
        async mend() {
          const freed = await freeStraySeat(db, seat, clock.now())
          seatMaps.publish(freed)
          return freed.length === 1
        },
      }))
    },
  },
  {
    name: 'holdEnds',
    title: 'Held seats are held until the end of their hold',
    async find({ db }, { since }) {
      return (await listWrongHoldEnds(db, since)).map((seat) => ({
        subject: `seat ${seat.showId}.${seat.seatId}`,
        detail: `is HELD until ${seat.heldUntil.toISOString()}, its booking ${seat.bookingId} until ${seat.expiresAt.toISOString()}`,
        mend: () => setHoldEnd(db, seat),
      }))
    },
  },
]

function describeStray({ bookingId, bookingStatus }: StraySeat): string {
  if (bookingId === null) return 'is HELD for an allocation that is not there'
  const status = bookingStatus === 'PENDING' ? 'PENDING and does not have it' : (bookingStatus ?? 'not there')
  return `is HELD for booking ${bookingId}, which is ${status}`
}
