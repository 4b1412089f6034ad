import { apportion } from './apportion.js'
import { randomOf } from './random.js'

/** How much smaller each next screen is. 0 would make all equal, 1 the second half as big as the first. */
const STEEPNESS = 0.6

/**
 * How many seats each screen of a cinema has, the biggest first: the list says only how many there are in all. Unequal, as
 * real ones are; at least one each; they add up exactly; the same for the same key.
 */
export function splitSeats(seatCount: number, screenCount: number, key: string): number[] {
  const random = randomOf(`screens of ${key}`)
  const weights = Array.from({ length: screenCount }, (_, index) => (index + 1) ** -STEEPNESS * (0.85 + 0.3 * random()))
  const shares = apportion(seatCount - screenCount, weights)
  return shares.map((share) => share + 1).sort((a, b) => b - a)
}
