import { performance } from 'node:perf_hooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeenSeat } from '../../../src/modules/bookings/holds/lost/lostSeats.js'
import { SharedLostSeats } from '../../../src/modules/bookings/holds/lost/sharedLostSeats.js'
import { RedisClusterStand } from '../../kit/redisCluster.js'
import { FaultyRedis, LASTING_FAULTS } from '../../kit/redisFaults.js'

const TRUST_MS = 60_000
/** On a busy machine Redis may be too slow once, and then nothing is known: what is found in the end is the same. */
const POLL = { timeout: 15_000 }
const NOW = new Date('2026-11-21T12:00:00Z')

let stand: FaultyRedis

beforeEach(async () => {
  stand = await FaultyRedis.start()
})
afterEach(() => stand.close())

/** What a process knows of the others. */
async function open(url = stand.url): Promise<SharedLostSeats> {
  return new SharedLostSeats({ redis: await stand.openBus({ url }), trustMs: TRUST_MS })
}

const seen = (seatId: number, more: Partial<SeenSeat> = {}): SeenSeat => ({
  ...{ showId: 1, seatId, status: 'HELD', version: 3, at: NOW.getTime() },
  ...more,
})
const seats = (...seatIds: number[]) => [{ showId: 1, seatIds }]

describe('what one process has seen', () => {
  it('is found by another, of the shows and seats that it asks for', async () => {
    const [here, there] = [await open(), await open()]
    here.note([seen(1), seen(2, { status: 'BOOKED' }), seen(4), seen(1, { showId: 2 })])
    await expect.poll(() => there.find(seats(1, 2, 3), NOW), POLL).toEqual([seen(1), seen(2, { status: 'BOOKED' })])
    const others = [{ showId: 2, seatIds: [1, 2] }, ...seats(4)]
    await expect.poll(() => there.find(others, NOW), POLL).toEqual([seen(1, { showId: 2 }), seen(4)])
  })

  it('counts by its version, in whatever order it comes', async () => {
    const redis = await open()
    redis.note([seen(1, { version: 10, status: 'BOOKED' })])
    redis.note([seen(1, { version: 9 }), seen(2)])
    await expect.poll(() => redis.find(seats(2), NOW), POLL).toHaveLength(1)
    await expect.poll(() => redis.find(seats(1), NOW), POLL).toEqual([seen(1, { version: 10, status: 'BOOKED' })])
    redis.note([seen(1, { version: 11, status: 'AVAILABLE' })])
    await expect.poll(() => redis.find(seats(1), NOW), POLL).toEqual([])
  })

  it('is of no account after its time', async () => {
    const redis = await open()
    redis.note([seen(1)])
    await expect.poll(() => redis.find(seats(1), NOW), POLL).toHaveLength(1)
    expect(await redis.find(seats(1), new Date(NOW.getTime() + TRUST_MS))).toEqual([])
  })

  it('is found in a cluster', async () => {
    const cluster = await RedisClusterStand.start()
    try {
      const [here, there] = [await open(cluster.url), await open(cluster.url)]
      here.note([seen(1), seen(1, { showId: 2 }), seen(1, { showId: 3 })])
      const wanted = [1, 2, 3].map((showId) => ({ showId, seatIds: [1] }))
      await expect.poll(() => there.find(wanted, NOW), POLL).toHaveLength(3)
    } finally {
      await cluster.close()
    }
  })
})

describe.each(LASTING_FAULTS)('a Redis that is $name', (fault) => {
  it('is known to say nothing, soon, and is asked again once it is back', async () => {
    const redis = await open()
    redis.note([seen(1)])
    await expect.poll(() => redis.find(seats(1), NOW), POLL).toHaveLength(1)
    await fault.begin(stand)
    expect(await redis.find(seats(1), NOW)).toEqual([])
    const startedAt = performance.now()
    for (let times = 0; times < 100; times++) {
      redis.note([seen(1)])
      expect(await redis.find(seats(1), NOW)).toEqual([])
    }
    // All of them together take less than one that would wait for Redis: it is not asked for a second.
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    await fault.end(stand)
    const find = () => {
      redis.note([seen(1)])
      return redis.find(seats(1), NOW)
    }
    await expect.poll(find, POLL).toHaveLength(1)
  })
})
