import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.js'
import { RateLimits } from '../../src/lib/rateLimits.js'
import { limitRequests } from '../../src/transport/requestRate.js'
import { JumpingClock } from '../kit/clock.js'

/** What becomes of requests of these addresses, one after the other: whether each may be sent. */
async function send(perMinute: string, addresses: readonly string[]): Promise<boolean[]> {
  const config = readConfig({ REQUESTS_PER_MINUTE: perMinute })
  const rateLimits = new RateLimits({ clock: new JumpingClock(), redis: null })
  const answers: boolean[] = []
  for (const address of addresses) answers.push((await limitRequests({ config, rateLimits }, address)) === null)
  return answers
}

describe('limitRequests', () => {
  it('lets so many requests of an address through', async () => {
    const [one, two] = ['192.0.2.1', '192.0.2.2']
    expect(await send('2', [one, one, one, two, one])).toEqual([true, true, false, true, false])
  })

  it('counts an IPv6 network as one', async () => {
    expect(await send('1', ['2001:db8::1', '2001:db8::2', '2001:db8:0:1::1'])).toEqual([true, false, true])
  })

  it('lets all through where there is no limit', async () => {
    expect(await send('0', Array(5).fill('192.0.2.1'))).toEqual(Array(5).fill(true))
  })
})
