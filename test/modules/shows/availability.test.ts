import { expect, test } from 'vitest'
import { toAvailability } from '../../../src/modules/shows/availability.js'

test('A show without seats has none in any state', () => {
  expect(toAvailability([])).toEqual({ total: 0, available: 0, held: 0, booked: 0, blocked: 0 })
})

test('The counts of all states add up to the total', () => {
  const counts = [
    { showId: 1, status: 'BOOKED', count: 3 },
    { showId: 1, status: 'AVAILABLE', count: 40 },
    { showId: 1, status: 'BLOCKED', count: 5 },
    { showId: 1, status: 'HELD', count: 2 },
  ] as const
  expect(toAvailability(counts)).toEqual({ total: 50, available: 40, held: 2, booked: 3, blocked: 5 })
})
