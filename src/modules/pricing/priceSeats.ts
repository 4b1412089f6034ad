import { isWeekend } from './isWeekend.js'

/** What a kind of seat costs, in percent of the base price. */
const SEAT_TYPE_PERCENT = { REGULAR: 100, PREMIUM: 120, VIP: 150, RECLINER: 170 } as const
const WEEKEND_PERCENT = 115
/** Prices end in whole tens of minor units: 11.50, never 11.47. */
const STEP = 10

export type SeatType = keyof typeof SEAT_TYPE_PERCENT

/** What the price of a seat of a show depends on. */
export interface PricedShow {
  /** In minor units of the currency: what a regular seat costs on a weekday. */
  readonly basePrice: number
  readonly startsAt: Date
  /** Of the theater, by its name in the IANA database. */
  readonly timeZone: string
}

/**
 * What a seat of each type costs at a show, in minor units: the base price times the seat type, times 1.15 on Saturdays and
 * Sundays of the theater, rounded half up to ten minor units.
 */
export function priceSeats(show: PricedShow): Record<SeatType, number> {
  const percent = dayPercent(show)
  return {
    REGULAR: price(show, 'REGULAR', percent),
    PREMIUM: price(show, 'PREMIUM', percent),
    VIP: price(show, 'VIP', percent),
    RECLINER: price(show, 'RECLINER', percent),
  }
}

/** What one seat of a show costs, in minor units, by the rules of priceSeats. */
export function priceSeat(show: PricedShow, seatType: SeatType): number {
  return price(show, seatType, dayPercent(show))
}

function dayPercent({ startsAt, timeZone }: PricedShow): number {
  return isWeekend(startsAt, timeZone) ? WEEKEND_PERCENT : 100
}

// All in integers: 0.1 + 0.2 has no place in a price.
function price({ basePrice }: PricedShow, seatType: SeatType, percent: number): number {
  return roundTo(STEP, basePrice * SEAT_TYPE_PERCENT[seatType] * percent, 100 * 100)
}

function roundTo(step: number, numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + step * denominator) / (2 * step * denominator)) * step
}
