import type { Random } from '../kit/random.js'
import type { MarketShow } from '../world/shows.js'
import type { Market } from './market.js'

/** Seats of a show at random; the ones in front are wanted by most. */
export function pickSeats(random: Random, { seatIds }: MarketShow, most: number): string[] {
  const chosen = new Set<string>()
  const wanted = random.whole(1, most)
  const popular = random.chance(0.6) ? seatIds.slice(0, seatIds.length / 2) : seatIds
  while (chosen.size < wanted) chosen.add(random.pick(popular))
  return [...chosen]
}

/** Some of what is there, at least one. */
export function pickSome<Item>(random: Random, items: readonly Item[]): Item[] {
  const some = items.filter(() => random.chance(0.5))
  return some.length > 0 || items.length === 0 ? some : [random.pick(items)]
}

export function findShow({ shows }: Market, id: string): MarketShow {
  return shows.find((show) => show.id === id)!
}
