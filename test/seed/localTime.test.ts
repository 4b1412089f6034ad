import { describe, expect, it } from 'vitest'
import { addDays, cinemaWeek, clockOf, localDay } from '../../src/seed/localTime.js'

describe('the day of an instant', () => {
  it.each([
    ['2026-11-21T22:59:59Z', 'Europe/Paris', '2026-11-21'],
    ['2026-11-21T23:00:00Z', 'Europe/Paris', '2026-11-22'],
    ['2026-07-14T22:00:00Z', 'Europe/Paris', '2026-07-15'],
    ['2026-11-21T04:59:59Z', 'America/New_York', '2026-11-20'],
    ['2026-12-31T15:00:00Z', 'Asia/Tokyo', '2027-01-01'],
  ])('%s in %s is %s', (instant, timeZone, day) => {
    expect(localDay(new Date(instant), timeZone)).toBe(day)
  })
})

describe('the clock of a day', () => {
  it.each([
    ['2027-03-27', 'Europe/Paris', '2027-03-27T09:45:00.000Z'],
    ['2027-03-28', 'Europe/Paris', '2027-03-28T08:45:00.000Z'],
    ['2027-10-30', 'Europe/Paris', '2027-10-30T08:45:00.000Z'],
    ['2027-10-31', 'Europe/Paris', '2027-10-31T09:45:00.000Z'],
    ['2027-01-01', 'Asia/Kolkata', '2027-01-01T05:15:00.000Z'],
    ['2027-01-01', 'Pacific/Kiritimati', '2026-12-31T20:45:00.000Z'],
    ['2027-03-14', 'America/New_York', '2027-03-14T14:45:00.000Z'],
  ])('tells 10:45 on %s in %s as %s', (day, timeZone, instant) => {
    expect(clockOf(day, timeZone)(10 * 60 + 45).toISOString()).toBe(instant)
  })

  it('goes on after midnight', () => {
    expect(clockOf('2026-11-21', 'Europe/Paris')(25 * 60).toISOString()).toBe('2026-11-22T00:00:00.000Z')
  })
})

describe('days and weeks', () => {
  it('adds days over months, years and changes of the clocks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })

  it('begins a week of the cinemas on Wednesday', () => {
    expect(cinemaWeek('2026-11-25')).toBe(cinemaWeek('2026-11-24') + 1)
    expect(cinemaWeek('2026-12-01')).toBe(cinemaWeek('2026-11-25'))
  })
})
