import { describe, expect, test } from 'vitest'
import { showStatus } from '../../../src/modules/shows/show.js'

const startsAt = new Date('2026-11-21T19:00:00.000Z')
const endsAt = new Date('2026-11-21T21:00:00.000Z')
const cancelledAt = new Date('2026-11-20T12:00:00.000Z')

describe('showStatus', () => {
  test.each([
    ['SCHEDULED', null, 'a millisecond before the start', '2026-11-21T18:59:59.999Z'],
    ['STARTED', null, 'at the start', '2026-11-21T19:00:00.000Z'],
    ['STARTED', null, 'a millisecond before the end', '2026-11-21T20:59:59.999Z'],
    ['ENDED', null, 'at the end', '2026-11-21T21:00:00.000Z'],
    ['CANCELLED', cancelledAt, 'before the start', '2026-11-21T18:00:00.000Z'],
    ['CANCELLED', cancelledAt, 'between start and end', '2026-11-21T20:00:00.000Z'],
    ['CANCELLED', cancelledAt, 'after the end', '2026-11-21T22:00:00.000Z'],
  ])('%s, cancelled at %s, %s', (status, cancelledAt, _when, now) => {
    expect(showStatus({ startsAt, endsAt, cancelledAt }, new Date(now))).toBe(status)
  })
})
