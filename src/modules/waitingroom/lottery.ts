import { hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** 48 bits, which a float holds exactly. */
const DIGITS = 12
const AT_ONCE = 5_000

/**
 * The rank of each number from 1 to `entrants`, by the order of the first twelve digits of the SHA-256 of `<seed>:<number>`, and of the
 * numbers where these are equal: the rank of number n is at n - 1, and begins with 1. As the seed was not known when the numbers were
 * given, all orders are equally likely, and whoever knows the seed gets the same one.
 */
export async function drawRanks(seed: string, entrants: number): Promise<Uint32Array> {
  const keys = new Float64Array(entrants)
  for (let index = 0; index < entrants; index++) {
    // Others have their turns: 100,000 take some tenths of a second.
    if (index > 0 && index % AT_ONCE === 0) await nextTurn()
    keys[index] = Number.parseInt(hash('sha256', `${seed}:${index + 1}`).slice(0, DIGITS), 16)
  }
  const order = Uint32Array.from(keys, (_key, index) => index).sort((a, b) => keys[a]! - keys[b]! || a - b)
  const ranks = new Uint32Array(entrants)
  for (const [place, index] of order.entries()) ranks[index] = place + 1
  return ranks
}
