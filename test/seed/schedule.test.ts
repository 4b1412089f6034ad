import { describe, expect, it } from 'vitest'
import { cleanMovies } from '../../src/seed/readMovies.js'
import type { SeedTheater } from '../../src/seed/readTheaters.js'
import { type House, type PlannedShow, planBills, planDay } from '../../src/seed/schedule.js'
import { screensOf } from '../../src/seed/screensOf.js'

const MINUTE_MS = 60_000
const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })

const movies = cleanMovies(
  Array.from({ length: 60 }, (_, index) => ({
    title: `Movie ${index}`,
    runningMinutes: 75 + index * 2,
    releaseDate: 'Jan 01 2000',
    mpaaRating: null,
    genre: 'Action',
    director: null,
    imdbRating: 7,
    imdbVotes: 1000 * (index + 1),
  })),
)

describe('the shows of a screen on a day', () => {
  it('do not overlap, and leave 20 to 30 minutes to clean', () => {
    for (const day of ['2026-11-21', '2027-03-28', '2027-10-31']) {
      for (const shows of planAll(multiplex(), day)) {
        const pauses = shows.slice(1).map((show, index) => minutesBetween(shows[index]!.endsAt, show.startsAt))
        expect(pauses.filter((pause) => pause < 20 || pause > 30)).toEqual([])
      }
    }
  })

  it('last as long as their movies', () => {
    for (const { movie, startsAt, endsAt } of planAll(multiplex(), '2026-11-21').flat()) {
      expect(minutesBetween(startsAt, endsAt)).toBe(movie.runningMinutes)
    }
  })

  it.each([
    ['2026-11-21', 'winter'],
    ['2027-07-14', 'summer'],
    ['2027-03-28', 'the day the clocks go forward'],
    ['2027-10-31', 'the day they go back'],
  ])('start on %s (%s) between 10:45 and 22:30 by the clock of Paris', (day) => {
    const starts = planAll(multiplex(), day)
      .flat()
      .map(({ startsAt }) => PARIS.format(startsAt))
    expect(starts.filter((start) => start < `${day} 10:45` || start > `${day} 22:30`)).toEqual([])
    expect(starts.filter((start) => Number(start.slice(-2)) % 5 !== 0)).toEqual([])
  })

  it('are at another instant, but the same time of day, when the clocks have changed', () => {
    const first = (day: string) => planAll(house(), day)[0]![0]!.startsAt
    for (const [day, hours] of [
      ['2027-03-27', 1],
      ['2027-03-28', 2],
    ] as const) {
      const shown = PARIS.format(first(day))
      expect(shown.slice(0, 10)).toBe(day)
      expect(Number(shown.slice(11, 13)) - first(day).getUTCHours()).toBe(hours)
    }
  })

  it('are the same each time they are planned, and others on another day', () => {
    expect(planAll(house(), '2026-11-21')[1]!).toEqual(planAll(house(), '2026-11-21')[1]!)
    expect(planAll(house(), '2026-11-21')[1]!).not.toEqual(planAll(house(), '2026-11-22')[1]!)
  })
})

describe('what is shown', () => {
  it('is the better known the more often', () => {
    const week = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']
    const votes = week.flatMap((day) => planAll(multiplex(), day).flat()).map(({ movie }) => movie.votes)
    const mean = votes.reduce((sum, count) => sum + count, 0) / votes.length
    expect(mean).toBeGreaterThan(30_500) // the mean of the list
  })

  it('changes on Wednesdays', () => {
    const titles = (day: string) =>
      new Set(planAll(multiplex(), day).flatMap((shows) => shows.map(({ movie }) => movie.title)))
    const tuesday = titles('2026-11-24')
    const shared = (day: string) => [...titles(day)].filter((title) => tuesday.has(title)).length / titles(day).size
    expect(shared('2026-11-23')).toBeGreaterThan(0.8)
    expect(shared('2026-11-25')).toBeLessThan(0.7)
  })

  it('is in IMAX on the biggest screen of a multiplex, in Dolby on the next, and never in a small house', () => {
    const formats = (shows: readonly PlannedShow[]) => new Set(shows.map(({ format }) => format))
    expect(formats(planAll(multiplex(), '2026-11-21')[0]!)).toEqual(new Set(['IMAX']))
    expect(formats(planAll(multiplex(), '2026-11-21')[1]!)).toEqual(new Set(['DOLBY']))
    expect(formats(planAll(house(), '2026-11-21').flat())).toEqual(new Set(['TWO_D']))
  })

  it('is in French or in the language it was made in', () => {
    const languages = planAll(multiplex(), '2026-11-21').flatMap((shows) => shows.map(({ language }) => language))
    expect(new Set(languages)).toEqual(new Set(['fr', 'en']))
  })
})

const theater: SeedTheater = {
  cncId: '1',
  name: 'Le Test',
  address: '1 rue du Test, 75001 Paris',
  city: 'Paris',
  latitude: null,
  longitude: null,
  screenCount: 3,
  seatCount: 400,
  isMultiplex: false,
}

function house(): House {
  return { theater, screens: screensOf(theater), timeZone: 'Europe/Paris' }
}

function multiplex(): House {
  const big = { ...theater, cncId: '2', screenCount: 12, seatCount: 2400, isMultiplex: true }
  return { theater: big, screens: screensOf(big), timeZone: 'Europe/Paris' }
}

function planAll(of: House, day: string): PlannedShow[][] {
  const [bill] = planBills(of, movies, [day])
  return of.screens.map((_, index) => planDay(of, index, bill!))
}

function minutesBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / MINUTE_MS
}
