import fc from 'fast-check'
import { cancelBooking, exchangeBooking } from './changing.js'
import { acceptTransfer, transferBooking, withdrawTransfer } from './handing.js'
import { extendHold, holdSeats, releaseSeats, swapSeats } from './holding.js'
import { type Booking, isClosed, type Model, type Status, seatStatus, statusOf } from './model.js'
import { confirmBooking, openOf } from './paying.js'
import { type Real, seatIdsOf } from './real.js'
import type { Choose } from './step.js'

export const GUESTS = 3
const SEATS = 6

const positions = fc.uniqueArray(fc.nat(SEATS - 1), { minLength: 1, maxLength: 3 })
const many = fc.uniqueArray(fc.nat(SEATS - 1), { minLength: 4, maxLength: 5 })
const seats = fc.oneof({ weight: 9, arbitrary: positions }, { weight: 1, arbitrary: many })
/** Whether what is chosen is not looked at first: somebody else's, taken, or in the wrong state. */
const isStray = fc.integer({ min: 0, max: 7 }).map((n) => n === 7)
const which = fc.record({ ago: fc.nat(2), isStray, by: fc.nat(GUESTS - 1) })

type Which = { readonly ago: number; readonly isStray: boolean; readonly by: number }

interface Picked {
  readonly booking: Booking
  readonly by: number
  readonly id: (real: Real) => string
  readonly name: string
}

/** One of the latest bookings in a status, mostly by its owner; any booking by anybody where it is a stray. */
function pick(model: Model, { ago, isStray, by }: Which, status: Status): Picked | null {
  const candidates = model.bookings.filter((booking) => isStray || statusOf(model, booking) === status)
  const booking = candidates.at(-1 - (ago % candidates.length))
  if (booking === undefined) return null
  const index = model.bookings.indexOf(booking)
  return { booking, by: isStray ? by : booking.owner, id: (real) => real.bookingIds[index]!, name: `#${index}` }
}

function seatsAt(candidates: readonly number[], places: readonly number[]): number[] {
  const chosen = new Set(places.map((place) => place % candidates.length))
  return candidates.filter((_, index) => chosen.has(index))
}

/** The seats of a show that can be had, all where it is a stray. */
function wanted(model: Model, show: number, { own = [] as readonly number[], isStray = false }): number[] {
  const all = model.shows[show]!.prices.map((_, seat) => seat)
  return isStray ? all : all.filter((seat) => own.includes(seat) || seatStatus(model, show, seat) === 'AVAILABLE')
}

const holding = fc
  .record({ by: fc.nat(GUESTS - 1), show: fc.nat(1), seats, isStray, seconds: fc.constantFrom(null, 300, 600, 900) })
  .map(
    ({ by, show: first, seats, isStray, seconds }): Choose =>
      (model) => {
        const show = isClosed(model, first) && !isStray ? 1 - first : first
        const chosen = seatsAt(wanted(model, show, { isStray }), seats)
        if (chosen.length === 0) return null
        return {
          by,
          booking: null,
          tale: `show ${show}, seats ${chosen}${seconds === null ? '' : `, for ${seconds} s`}`,
          toInput: (real) => ({
            showId: real.shows[show]!.id,
            seatIds: seatIdsOf(real, show, chosen),
            ...(seconds && { holdSeconds: seconds }),
          }),
          decide: (model) => holdSeats(model, { by, show, seats: chosen, seconds }),
        }
      },
  )

const extending = which.map(
  (which): Choose =>
    (model) => {
      const picked = pick(model, which, 'PENDING')
      if (picked === null) return null
      const { by, booking, id, name } = picked
      const toInput = (real: Real) => ({ bookingId: id(real) })
      return { by, booking, tale: name, toInput, decide: (model) => extendHold(model, booking) }
    },
)

/** All of a booking's seats, or some of them. */
const some = fc.option(positions, { nil: null })

const releasing = fc.tuple(which, some).map(
  ([which, places]): Choose =>
    (model) => {
      const picked = pick(model, which, 'PENDING')
      if (picked === null) return null
      const { by, booking, id, name } = picked
      const seats = places && seatsAt(booking.seats, places)
      const toInput = (real: Real) => ({
        bookingId: id(real),
        ...(seats && { seatIds: seatIdsOf(real, booking.show, seats) }),
      })
      return {
        by,
        booking,
        tale: `${name}, ${seats ?? 'all'}`,
        toInput,
        decide: (model) => releaseSeats(model, booking, seats),
      }
    },
)

const swapping = fc.tuple(which, seats, seats).map(
  ([which, release, take]): Choose =>
    (model) => {
      const picked = pick(model, which, 'PENDING')
      if (picked === null) return null
      const { by, booking, id, name } = picked
      const { show } = booking
      const free = wanted(model, show, which).filter((seat) => !booking.seats.includes(seat))
      const swap = { release: seatsAt(booking.seats, release), take: seatsAt(free, take) }
      if (swap.take.length === 0) return null
      return {
        by,
        booking,
        tale: `${name}, ${swap.release} for ${swap.take}`,
        toInput: (real) => ({
          bookingId: id(real),
          releaseSeatIds: seatIdsOf(real, show, swap.release),
          takeSeatIds: seatIdsOf(real, show, swap.take),
        }),
        decide: (model) => swapSeats(model, booking, swap),
      }
    },
)

const card = (isAccepted: boolean) => ({
  method: 'CARD',
  token: isAccepted ? 'pm_card_visa' : 'pm_card_chargeDeclined',
})

/** Declined one time in four. */
const isAccepted = fc.nat(3).map((n) => n !== 3)
const SHARES = {
  all: () => null,
  half: (open: number) => Math.floor(open / 2),
  exactly: (open: number) => open,
  tooMuch: (open: number) => open + 1,
  nothing: () => 0,
} as const
const share = fc.constantFrom<keyof typeof SHARES>('all', 'all', 'all', 'half', 'half', 'exactly', 'tooMuch', 'nothing')

const confirming = fc.tuple(which, isAccepted, share).map(
  ([which, isAccepted, share]): Choose =>
    (model) => {
      const picked = pick(model, which, 'PENDING')
      if (picked === null) return null
      const { by, booking, id, name } = picked
      const amount = SHARES[share](openOf(model, booking))
      const printed = amount === null ? {} : { amount: (amount / 100).toFixed(2) }
      return {
        by,
        booking,
        tale: `${name}, ${amount ?? 'all'}, ${isAccepted ? 'accepted' : 'declined'}`,
        toInput: (real) => ({ bookingId: id(real), payment: { ...card(isAccepted), ...printed } }),
        decide: (model) => confirmBooking(model, booking, { isAccepted, amount }),
      }
    },
)

const cancelling = fc.tuple(which, some).map(
  ([which, places]): Choose =>
    (model) => {
      const picked = pick(model, which, 'CONFIRMED')
      if (picked === null) return null
      const { by, booking, id, name } = picked
      const seats = places && seatsAt(booking.seats, places)
      const toInput = (real: Real) => ({
        bookingId: id(real),
        ...(seats && { seatIds: seatIdsOf(real, booking.show, seats) }),
      })
      return {
        by,
        booking,
        tale: `${name}, ${seats ?? 'all'}`,
        toInput,
        decide: (model) => cancelBooking(model, booking, seats),
      }
    },
)

const payment = fc.constantFrom({ isAccepted: true }, { isAccepted: true }, { isAccepted: false }, null)

const exchanging = fc.tuple(which, fc.boolean(), seats, payment).map(
  ([which, isOther, places, payment]): Choose =>
    (model) => {
      const picked = pick(model, which, 'CONFIRMED')
      if (picked === null) return null
      const { by, booking, id, name } = picked
      const show = isOther ? 1 - booking.show : booking.show
      const own = isOther ? [] : booking.seats
      const seats = seatsAt(wanted(model, show, { own, isStray: which.isStray }), places)
      if (seats.length === 0 || String(seats) === String(own)) return null
      const paying = payment === null ? 'unpaid' : payment.isAccepted ? 'accepted' : 'declined'
      return {
        by,
        booking,
        tale: `${name}, show ${show}, seats ${seats}, ${paying}`,
        toInput: (real) => ({
          bookingId: id(real),
          seatIds: seatIdsOf(real, show, seats),
          ...(isOther && { showId: real.shows[show]!.id }),
          ...(payment && { payment: card(payment.isAccepted) }),
        }),
        decide: (model) => exchangeBooking(model, booking, { show, seats, payment }),
      }
    },
)

const offering = which.map(
  (which): Choose =>
    (model) => {
      const picked = pick(model, which, 'CONFIRMED')
      if (picked === null) return null
      const { by, booking, id, name } = picked
      const toInput = (real: Real) => ({ bookingId: id(real), email: 'friend@example.org' })
      return { by, booking, tale: name, toInput, decide: (model) => transferBooking(model, booking) }
    },
)

const accepting = which.map(
  ({ by, ago, isStray }): Choose =>
    (model) => {
      const offered = model.bookings.flatMap(({ offer }) => (offer === null ? [] : [offer]))
      const codes = offered.length > 0 && !isStray ? offered : [...Array(model.codes).keys()]
      const code = codes.at(-1 - (ago % codes.length))
      if (code === undefined) return null
      const toInput = (real: Real) => ({ code: real.codes[code]! })
      return { by, booking: null, tale: `code ${code}`, toInput, decide: (model) => acceptTransfer(model, by, code) }
    },
)

const withdrawing = which.map(
  (which): Choose =>
    (model) => {
      const picked = pick(model, which, 'CONFIRMED')
      if (picked === null) return null
      const { by, booking, id, name } = picked
      const toInput = (real: Real) => ({ bookingId: id(real) })
      return { by, booking, tale: name, toInput, decide: () => withdrawTransfer(booking) }
    },
)

/** How each mutation is drawn, and how often. */
export const CHOICES: readonly {
  readonly mutation: string
  readonly weight: number
  readonly choose: fc.Arbitrary<Choose>
}[] = [
  { mutation: 'holdSeats', weight: 8, choose: holding },
  { mutation: 'confirmBooking', weight: 10, choose: confirming },
  { mutation: 'extendHold', weight: 2, choose: extending },
  { mutation: 'releaseSeats', weight: 2, choose: releasing },
  { mutation: 'swapSeats', weight: 3, choose: swapping },
  { mutation: 'cancelBooking', weight: 4, choose: cancelling },
  { mutation: 'exchangeBooking', weight: 6, choose: exchanging },
  { mutation: 'transferBooking', weight: 3, choose: offering },
  { mutation: 'acceptTransfer', weight: 3, choose: accepting },
  { mutation: 'withdrawTransfer', weight: 1, choose: withdrawing },
]
