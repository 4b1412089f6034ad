import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { makeSigningKey } from '../../src/lib/signingKey.js'
import { type ApiProcess, openStand, type Stand } from '../kit/apiProcess.js'
import type { Client } from '../kit/client.js'
import { LoadBalancer } from '../kit/loadBalancer.js'
import { cancelBooking, confirmBooking, holdSeats, releaseSeats, seatCodes } from '../kit/operations.js'
import { RedisClusterStand } from '../kit/redisCluster.js'
import { readSeats } from '../kit/watchedMap.js'
import { type WatchedShow, watchShow } from '../kit/watchedShow.js'

const openNoCluster = async () => ({ url: inject('redisUrl'), close: async () => {} })
const BUSES = [
  { bus: 'one Redis', open: openNoCluster },
  { bus: 'a Redis Cluster', open: () => RedisClusterStand.start() },
]
const NODES = 2
const POLL = { timeout: 20_000 }

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

describe.each(BUSES)('two servers on $bus, behind a load balancer without sticky sessions', ({ open }) => {
  let redis: { readonly url: string; close(): Promise<void> }
  let stand: Stand
  let nodes: ApiProcess[]
  let balancer: LoadBalancer
  let buyer: Client
  let env: Record<string, string>

  beforeAll(async () => {
    redis = await open()
    stand = await openStand()
    env = { REDIS_URL: redis.url, TICKET_SIGNING_KEY: makeSigningKey(), PAYMENT_GATEWAY: 'sandbox' }
    nodes = await Promise.all(Array.from({ length: NODES }, () => stand.start(env)))
    balancer = await LoadBalancer.open(nodes.map(({ url }) => url))
    const { signInAsGuest } = await balancer
      .client()
      .query('mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken } } }')
    buyer = balancer.client(signInAsGuest.accessToken)
  })
  afterAll(async () => {
    await balancer.close()
    await stand.close()
    await redis.close()
  })

  /** Asks as often as there are servers, one after the other, so that each is asked once, and expects them to agree. */
  async function askEach<T>(ask: () => Promise<T>): Promise<T> {
    const answer = await ask()
    for (let node = 1; node < NODES; node++) expect(await ask()).toEqual(answer)
    return answer
  }

  it('sell tickets as one does: each sees at once what was done on the other, and repeats its answers', async () => {
    const show = await stand.seed.show({ seats: 4 })
    const watched: WatchedShow[] = []
    for (let node = 0; node < NODES; node++) watched.push(await watchShow(balancer.client(), show))
    const [keyOfHold, keyOfPayment, keyOfCancel] = [randomUUID(), randomUUID(), randomUUID()]
    expect(await askEach(() => seatCodes(buyer, show))).toBe('AAAA')

    const hold = () => holdSeats(buyer, show, show.seatIds.slice(1, 3), { idempotencyKey: keyOfHold })
    const { booking } = await askEach(hold)
    expect(await askEach(() => seatCodes(buyer, show))).toBe('AHHA')

    const pay = () => confirmBooking(buyer, booking.id, { idempotencyKey: keyOfPayment })
    expect((await askEach(pay)).booking.status).toBe('CONFIRMED')
    expect(await askEach(() => seatCodes(buyer, show))).toBe('ABBA')

    const tickets = () =>
      buyer.query('{ viewer { bookings(first: 1) { nodes { id status tickets { id code status } } } } }')
    const { viewer } = await askEach(tickets)
    expect(viewer.bookings.nodes).toMatchObject([{ id: booking.id, status: 'CONFIRMED', tickets: [{}, {}] }])

    const cancel = () => cancelBooking(buyer, booking.id, { idempotencyKey: keyOfCancel })
    expect(await askEach(cancel)).toMatchObject({ refund: { amount: '20.00' }, booking: { status: 'CANCELLED' } })
    expect(await askEach(() => seatCodes(buyer, show))).toBe('AAAA')

    const truth = await readSeats(stand, show)
    for (const { map, close } of watched) {
      await expect.poll(() => map.list(show), POLL).toEqual(truth)
      await close()
    }
    expect(Math.min(...balancer.served.values())).toBeGreaterThan(8)
  })

  it('never sell a seat twice, wherever it is asked for', async () => {
    const show = await stand.seed.show({ seats: 1 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => holdSeats(buyer, show)))
    expect(answers.filter(({ booking }) => booking)).toHaveLength(1)
  })

  it('take over from one that is killed: who watched it comes back with a cursor and has missed nothing', async () => {
    const show = await stand.seed.show({ seats: 4 })
    const watched: WatchedShow[] = []
    for (let node = 0; node < NODES; node++) watched.push(await watchShow(balancer.client(), show))
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
    const victim = nodes.pop()!
    balancer.remove(victim.url)
    await victim.kill()
    const { ended, map } = await Promise.race(watched.map(async (one) => one.ended.then(() => one)))
    await ended

    await releaseSeats(buyer, booking.id)
    await holdSeats(buyer, show, show.seatIds.slice(3))
    const back = await watchShow(balancer.client(), show, map)
    const truth = await readSeats(stand, show)
    expect(map.list(show)).toEqual(truth)

    // One that starts later takes the cursor as well.
    const next = await stand.start(env)
    await holdSeats(buyer, show, show.seatIds.slice(1, 2))
    const elsewhere = await watchShow(next.client(), show, map)
    expect(map.list(show)).toEqual(await readSeats(stand, show))
    for (const one of [...watched, back, elsewhere]) await one.close()
  })
})
