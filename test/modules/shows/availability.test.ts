import { expect, test } from 'vitest'
import { toAvailability } from '../../../src/modules/shows/availability.js'

test('A show that there is not has no seats in any state', () => {
  expect(toAvailability(null)).toEqual({ total: 0, available: 0, held: 0, booked: 0, blocked: 0 })
})

test('The counts of all states add up to the total', () => {
  const counts = { AVAILABLE: 40, HELD: 2, BOOKED: 3, BLOCKED: 5 }
  expect(toAvailability(counts)).toEqual({ total: 50, available: 40, held: 2, booked: 3, blocked: 5 })
})
