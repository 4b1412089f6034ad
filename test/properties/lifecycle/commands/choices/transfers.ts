import fc from 'fast-check'
import { acceptTransfer, transferBooking, withdrawTransfer } from '../../model/handing.js'
import type { Choose } from '../step.js'
import { about, guest, isStray } from './about.js'

export const offering = about('CONFIRMED', fc.constant(null), ({ booking }) => ({
  tale: '',
  toInput: () => ({ email: 'friend@example.org' }),
  decide: (model) => transferBooking(model, booking),
}))

export const accepting = fc.tuple(guest, fc.nat(2), isStray).map(
  ([by, ago, isStray]): Choose =>
    (model) => {
      const offered = model.bookings.flatMap(({ offer }) => offer ?? [])
      const codes = isStray ? [...Array(model.codes).keys()] : offered
      const code = codes.at(-1 - (ago % codes.length))
      if (code === undefined) return null
      return {
        by,
        booking: null,
        tale: `code ${code}`,
        toInput: (real) => ({ code: real.codes[code] }),
        decide: (model) => acceptTransfer(model, by, code),
      }
    },
)

export const withdrawing = about('CONFIRMED', fc.constant(null), ({ booking }) => ({
  tale: '',
  toInput: () => ({}),
  decide: () => withdrawTransfer(booking),
}))
