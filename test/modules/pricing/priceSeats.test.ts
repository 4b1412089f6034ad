import { describe, expect, it } from 'vitest'
import { priceSeat, priceSeats } from '../../../src/modules/pricing/index.js'

const FRIDAY_NOON = new Date('2026-11-20T11:00:00Z')
const SATURDAY_NOON = new Date('2026-11-21T11:00:00Z')
const PARIS = 'Europe/Paris'

describe('the seat type', () => {
  it.each([
    ['REGULAR', 1000],
    ['PREMIUM', 1200],
    ['VIP', 1500],
    ['RECLINER', 1700],
  ] as const)('makes a %s seat of a base price of 1000 cost %i', (seatType, expected) => {
    expect(priceSeat({ basePrice: 1000, startsAt: FRIDAY_NOON, timeZone: PARIS }, seatType)).toBe(expected)
  })

  it('prices all types at once as it does one by one', () => {
    const show = { basePrice: 1390, startsAt: SATURDAY_NOON, timeZone: PARIS }
    expect(priceSeats(show)).toEqual({ REGULAR: 1600, PREMIUM: 1920, VIP: 2400, RECLINER: 2720 })
    expect(priceSeat(show, 'VIP')).toBe(2400)
  })
})

describe('the weekend, from midnight to midnight at the theater', () => {
  it.each([
    ['2026-11-20T22:59:59Z', 'Europe/Paris', 1000, 'Friday 23:59:59'],
    ['2026-11-20T23:00:00Z', 'Europe/Paris', 1150, 'Saturday 00:00'],
    ['2026-11-22T22:59:59Z', 'Europe/Paris', 1150, 'Sunday 23:59:59'],
    ['2026-11-22T23:00:00Z', 'Europe/Paris', 1000, 'Monday 00:00'],
    // In summer midnight in Paris is an hour earlier.
    ['2026-07-17T21:59:59Z', 'Europe/Paris', 1000, 'Friday 23:59:59'],
    ['2026-07-17T22:00:00Z', 'Europe/Paris', 1150, 'Saturday 00:00'],
    // The clocks go forward in the night to Sunday 2027-03-28: it begins in winter time and ends in summer time.
    ['2027-03-27T22:59:59Z', 'Europe/Paris', 1150, 'Saturday 23:59:59'],
    ['2027-03-28T21:59:59Z', 'Europe/Paris', 1150, 'Sunday 23:59:59'],
    ['2027-03-28T22:00:00Z', 'Europe/Paris', 1000, 'Monday 00:00'],
    ['2026-11-21T04:59:59Z', 'America/New_York', 1000, 'Friday 23:59:59'],
    ['2026-11-21T05:00:00Z', 'America/New_York', 1150, 'Saturday 00:00'],
    ['2026-11-20T15:00:00Z', 'Asia/Tokyo', 1150, 'Saturday 00:00'],
    ['2026-11-22T15:00:00Z', 'Asia/Tokyo', 1000, 'Monday 00:00'],
    ['2026-11-20T18:30:00Z', 'Asia/Kolkata', 1150, 'Saturday 00:00'],
    ['2026-11-20T10:15:00Z', 'Pacific/Chatham', 1150, 'Saturday 00:00'],
  ])('%s in %s costs %i: it is %s', (startsAt, timeZone, expected) => {
    expect(priceSeat({ basePrice: 1000, startsAt: new Date(startsAt), timeZone }, 'REGULAR')).toBe(expected)
  })
})

describe('rounding, half up to ten minor units', () => {
  it.each([
    [0, 0],
    [904, 900],
    [905, 910],
    [1099, 1100],
    [1250, 1250],
  ])('makes a base price of %i cost %i on a weekday', (basePrice, expected) => {
    expect(priceSeat({ basePrice, startsAt: FRIDAY_NOON, timeZone: PARIS }, 'REGULAR')).toBe(expected)
  })

  it('rounds once, at the end', () => {
    // 904 x 1.2 x 1.15 = 1247.52, but 900 x 1.2 x 1.15 = 1242
    expect(priceSeat({ basePrice: 904, startsAt: SATURDAY_NOON, timeZone: PARIS }, 'PREMIUM')).toBe(1250)
  })

  it('is exact where a float is not', () => {
    // 700 x 1.15 is 804.9999999999999 as a float
    expect(priceSeat({ basePrice: 700, startsAt: SATURDAY_NOON, timeZone: PARIS }, 'REGULAR')).toBe(810)
  })
})
