import type { SeedTheater } from './readTheaters.js'
import type { Format } from './schedule.js'

/** In euro cents, about what these houses ask. */
const BASE_PRICE = {
  multiplex: { paris: 1290, elsewhere: 1150 },
  house: { paris: 950, elsewhere: 800 },
} as const
const SUPPLEMENT: Record<Format, number> = { TWO_D: 0, THREE_D: 200, DOLBY: 300, IMAX: 500 }

/** What a regular seat costs on a weekday, in euro cents: modules/pricing makes the other prices of it. */
export function basePrice(theater: SeedTheater, format: Format): number {
  const prices = theater.isMultiplex ? BASE_PRICE.multiplex : BASE_PRICE.house
  return (theater.city === 'Paris' ? prices.paris : prices.elsewhere) + SUPPLEMENT[format]
}
