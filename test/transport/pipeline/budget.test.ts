import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { RateLimits } from '../../../src/lib/rateLimits/rateLimits.js'
import { spendRequest } from '../../../src/transport/pipeline/budget.js'
import { JumpingClock } from '../../kit/clock.js'

/** What becomes of requests of these addresses, one after the other: whether each may be sent. */
async function send(perMinute: string, addresses: readonly string[]): Promise<boolean[]> {
  const config = readConfig({ REQUESTS_PER_MINUTE: perMinute })
  const rateLimits = new RateLimits({ clock: new JumpingClock(), redis: null })
  const answers: boolean[] = []
  for (const address of addresses) {
    answers.push((await spendRequest({ partner: null, config, rateLimits, address })) === null)
  }
  return answers
}

describe('the requests of an address', () => {
  it('are so many', async () => {
    const [one, two] = ['192.0.2.1', '192.0.2.2']
    expect(await send('2', [one, one, one, two, one])).toEqual([true, true, false, true, false])
  })

  it('are those of all its IPv6 network', async () => {
    expect(await send('1', ['2001:db8::1', '2001:db8::2', '2001:db8:0:1::1'])).toEqual([true, false, true])
  })

  it('are as many as one likes where there is no limit', async () => {
    expect(await send('0', Array(5).fill('192.0.2.1'))).toEqual(Array(5).fill(true))
  })
})
