import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KnownAddresses } from '../../../src/modules/accounts/index.js'
import { FaultyRedis } from '../../kit/redisFaults.js'

const POLL = { timeout: 15_000 }
const HOME = { account: 'ada', network: '192.0.2.1' }

let stand: FaultyRedis

beforeAll(async () => {
  stand = await FaultyRedis.start()
})
afterAll(() => stand.close())

describe('an address', () => {
  it('is known to the process that was told, for that account alone', async () => {
    const known = new KnownAddresses(null)
    expect(await known.has(HOME)).toBe(false)
    known.note(HOME)
    expect(await known.has(HOME)).toBe(true)
    expect(await known.has({ ...HOME, account: 'ben' })).toBe(false)
    expect(await known.has({ ...HOME, network: '192.0.2.2' })).toBe(false)
  })

  it('is known to the others by Redis, and while that is lost to who was told alone', async () => {
    const [here, there] = [new KnownAddresses(await stand.openBus()), new KnownAddresses(await stand.openBus())]
    const noteAndAsk = () => {
      here.note(HOME)
      return there.has(HOME)
    }
    await expect.poll(noteAndAsk, POLL).toBe(true)
    await stand.redis.kill()
    expect(await here.has(HOME)).toBe(true)
    expect(await there.has(HOME)).toBe(false)
  })
})
