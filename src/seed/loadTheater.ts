import type pg from 'pg'
import { priceSeats, type SeatType } from '../modules/pricing/index.js'
import { basePrice } from './basePrice.js'
import { drawLayout } from './layout.js'
import { clockOf, daysFrom, type LocalDay } from './localTime.js'
import type { SeedMovie } from './readMovies.js'
import type { SeedTheater } from './readTheaters.js'
import { type House, type PlannedShow, planBills, planDay } from './schedule.js'
import { screensOf } from './screensOf.js'
import * as store from './store.js'

/** What each theater is to have. */
export interface TheaterPlan {
  /** The movies it can choose from, with their ids. */
  readonly movies: ReadonlyMap<SeedMovie, number>
  readonly firstDay: LocalDay
  readonly days: number
  readonly timeZone: string
  readonly currency: string
}

/**
 * Adds what is missing of a theater in one transaction: itself, its screens, and shows on those days of the plan on which a screen
 * has none. Gives the numbers of shows and of their seats.
 */
export async function loadTheater(client: pg.Client, theater: SeedTheater, plan: TheaterPlan) {
  await client.query('BEGIN')
  try {
    const theaterId = await store.ensureTheater(client, theater, plan.currency)
    const house: House = { theater, screens: screensOf(theater), timeZone: plan.timeZone }
    const shows = await planMissing(client, theaterId, { house, plan })
    const seats = shows.length === 0 ? 0 : await store.insertShows(client, shows, plan.currency)
    await client.query('COMMIT')
    return { shows: shows.length, seats }
  } catch (error) {
    // The error that matters is the first one: a broken connection cannot roll back, and need not.
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** The shows that are missing, by start time. */
async function planMissing(
  client: pg.Client,
  theaterId: number,
  { house, plan }: { house: House; plan: TheaterPlan },
): Promise<store.PricedShow[]> {
  const screens = await ensureScreens(client, theaterId, house)
  const taken = await store.listShowDays(client, theaterId, clockOf(plan.firstDay, plan.timeZone)(0))
  const bills = planBills(house, [...plan.movies.keys()], daysFrom(plan.firstDay, plan.days))
  const shows = bills.flatMap((bill) =>
    house.screens.flatMap(({ name }, index) => {
      const screen = screens.get(name)!
      if (taken.has(`${screen.id} ${bill.day}`)) return []
      return planDay(house, index, bill).map((show) => priceShow(show, { house, screen, plan }))
    }),
  )
  return shows.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

async function ensureScreens(client: pg.Client, theaterId: number, { screens }: House) {
  const known = new Set((await store.listScreens(client, theaterId)).map(({ name }) => name))
  for (const screen of screens.filter(({ name }) => !known.has(name))) {
    await store.insertScreen(client, theaterId, { screen, seats: drawLayout(screen.seatCount) })
  }
  return new Map((await store.listScreens(client, theaterId)).map((screen) => [screen.name, screen]))
}

interface Pricing {
  readonly house: House
  readonly screen: store.StoredScreen
  readonly plan: TheaterPlan
}

function priceShow(show: PlannedShow, { house, screen, plan }: Pricing): store.PricedShow {
  const prices = priceSeats({
    basePrice: basePrice(house.theater, show.format),
    startsAt: show.startsAt,
    timeZone: plan.timeZone,
  })
  const asked = screen.seatTypes.map((type: SeatType) => prices[type])
  return {
    ...show,
    movieId: plan.movies.get(show.movie)!,
    screenId: screen.id,
    prices,
    minPrice: Math.min(...asked),
    maxPrice: Math.max(...asked),
  }
}
