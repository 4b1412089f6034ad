import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../kit/client.js'
import { holdSeats } from '../kit/operations.js'
import type { SeededShow } from '../kit/seed.js'
import { startServer, type TestServer } from '../kit/server.js'
import { loadGuide } from './guides/load.js'
import { pretendBrowser } from './guides/pretendBrowser.js'

const TTL_SECONDS = 15
const POLL = { timeout: 20_000, interval: 50 }
let server: TestServer
// biome-ignore lint/suspicious/noExplicitAny: what a guide exports is what it says
let guide: any

beforeAll(async () => {
  pretendBrowser()
  server = await startServer({ config: { accessTokenTtlSeconds: TTL_SECONDS } })
})
afterAll(async () => {
  await server.close()
  vi.unstubAllGlobals()
})

beforeEach(async () => {
  guide = await loadGuide('single-page-app', server.url)
  await guide.signInAsGuest()
})
afterEach(async () => {
  guide.client.stop()
  await guide.socket.dispose()
})

const endToken = () => server.clock.jump(TTL_SECONDS + 1)

const endSession = () =>
  createClient(server.url, guide.session.tokens.accessToken).query('mutation { signOut { __typename } }')

/** Fails the first request that would renew tokens, where told so, and counts them all. */
function spyOnRenewals({ isFirstLost = false } = {}) {
  const { fetch } = globalThis
  let count = 0
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    if (String(init?.body).includes('refreshSession') && ++count === 1 && isFirstLost)
      throw new TypeError('fetch failed')
    return fetch(input, init)
  })
  return { count: () => count, stop: () => spy.mockRestore() }
}

/** Watches the seats of a show as the guide does it, beyond the end of the token by which that is. */
async function watchBeyondToken(show: SeededShow, end: () => unknown = endToken) {
  const maps = guide.watchSeatMap(show.id)
  const watching = maps.subscribe(() => {})
  await expect.poll(() => maps.getCurrentResult().data?.seatMap, POLL).toBeTruthy()
  const closed = new Promise<{ code: number }>((resolve) => guide.socket.on('closed', resolve))
  const connected = new Promise<void>((resolve) => guide.socket.on('connected', () => resolve()))
  const stop = guide.follow(show.id, maps.getCurrentResult().data.seatMap.cursor)
  await connected
  await end()
  expect((await closed).code).toBe(4403)
  return {
    statuses: () => maps.getCurrentResult().data.seatMap.rows[0].seats.map(({ status }: { status: string }) => status),
    stop() {
      stop()
      watching.unsubscribe()
    },
  }
}

describe('single-page-app, when its token has ended', () => {
  it('keeps its map right', async () => {
    const show = await server.seed.show({ seats: 2 })
    const { statuses, stop } = await watchBeyondToken(show)
    await holdSeats(await server.signInAsGuest(), show, [show.seatIds[0]!])
    await expect.poll(statuses, POLL).toEqual(['HELD', 'AVAILABLE'])
    stop()
  })

  it('is still the guest that it was, who pays for what was held', async () => {
    const show = await server.seed.show({ seats: 1 })
    const { booking } = await guide.hold(show.id, show.seatIds)
    endToken()
    expect(await guide.pay(booking.id, 'pm_card_visa')).toMatchObject({ booking: { status: 'CONFIRMED' } })
  })

  it('renews it once, for all that is asked at once in all tabs', async () => {
    const show = await server.seed.show({ seats: 3 })
    const other = await loadGuide<typeof guide>('single-page-app', server.url)
    const renewals = spyOnRenewals()
    endToken()
    const held = await Promise.all(
      [guide, guide, other].map((tab, index) => tab.hold(show.id, show.seatIds.slice(index, index + 1))),
    )
    expect(held.map(({ booking }) => typeof booking?.id)).toEqual(['string', 'string', 'string'])
    expect(renewals.count()).toBe(1)
    renewals.stop()
    other.client.stop()
  })

  it('keeps what nobody can renew now, and says that', async () => {
    const show = await server.seed.show({ seats: 1 })
    const { tokens } = guide.session
    const renewals = spyOnRenewals({ isFirstLost: true })
    endToken()
    await expect(guide.hold(show.id, show.seatIds)).rejects.toThrow('fetch failed')
    expect(guide.session.tokens).toEqual(tokens)
    expect(await guide.hold(show.id, show.seatIds)).toHaveProperty('booking')
    renewals.stop()
  })

  it('keeps its map right also where it is renewed at the second try alone', async () => {
    const show = await server.seed.show({ seats: 1 })
    const renewals = spyOnRenewals({ isFirstLost: true })
    const { statuses, stop } = await watchBeyondToken(show)
    await holdSeats(await server.signInAsGuest(), show)
    await expect.poll(statuses, POLL).toEqual(['HELD'])
    expect(renewals.count()).toBe(2)
    renewals.stop()
    stop()
  })
})

describe('single-page-app, when its session is over', () => {
  it('goes on as nobody, keeps its map right, and says so', async () => {
    const show = await server.seed.show({ seats: 1 })
    guide.session.onEnd = vi.fn()
    const { statuses, stop } = await watchBeyondToken(show, endSession)
    await holdSeats(await server.signInAsGuest(), show)
    await expect.poll(statuses, POLL).toEqual(['HELD'])
    expect(guide.session.onEnd.mock.calls).toEqual([['The session is over: sign in again.']])
    expect(guide.session.tokens).toBeNull()
    stop()
  })

  it('is told so by a request, which is answered as those of nobody are', async () => {
    const show = await server.seed.show({ seats: 1 })
    guide.session.onEnd = vi.fn()
    await endSession()
    const failure = await guide.hold(show.id, show.seatIds).catch((error: unknown) => error)
    expect(guide.hasToSignIn(failure)).toBe(true)
    expect(guide.session.onEnd).toHaveBeenCalledTimes(1)
    await guide.signInAsGuest()
    expect(await guide.hold(show.id, show.seatIds)).toHaveProperty('booking')
  })
})
