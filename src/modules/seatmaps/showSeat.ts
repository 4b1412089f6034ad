import { type Money, toMoney } from '../../lib/money.js'
import { toSeatId } from './seatId.js'
import type { ShowSeatRow } from './store.js'

/** A seat at a show as the schema shows it, made once and read often. */
export interface ShowSeat extends Omit<ShowSeatRow, 'price'> {
  /** The global id. */
  readonly id: string
  readonly label: string
  readonly price: Money
}

export function toShowSeat(seat: ShowSeatRow): ShowSeat {
  const { row, number, price, currency } = seat
  return { ...seat, id: toSeatId(seat), label: `${row}${number}`, price: toMoney({ minor: price, currency }) }
}
