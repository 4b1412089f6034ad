import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Turnstile } from '../../../src/lib/captcha/turnstile.js'
import { createLogger } from '../../../src/lib/logger.js'
import { FakeTurnstile, SECRET, type Trouble } from '../../kit/turnstile.js'

let cloudflare: FakeTurnstile
let verifier: Turnstile

const open = (secretKey = SECRET) => new Turnstile({ secretKey, url: cloudflare.url, log: createLogger('silent') })
const verify = (token: string, { purpose = 'a hold', address = '192.0.2.1' } = {}) =>
  verifier.verify({ token, purpose, address })

beforeEach(async () => {
  cloudflare = await FakeTurnstile.start()
  verifier = open()
})
afterEach(() => cloudflare.close())

describe('a token', () => {
  it('passes when its challenge was solved', async () => {
    expect(await verify('solved 1')).toBe('passed')
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/
    const idempotency_key = expect.stringMatching(uuid)
    expect(cloudflare.questions).toEqual([
      { secret: SECRET, response: 'solved 1', remoteip: '192.0.2.1', idempotency_key },
    ])
  })

  it('is asked about without an address where that is not known', async () => {
    expect(await verify('solved 1', { address: 'unknown' })).toBe('passed')
    expect(cloudflare.questions[0]).not.toHaveProperty('remoteip')
  })

  it('passes again for the same purpose, and for no other', async () => {
    expect(await verify('solved 1')).toBe('passed')
    expect(await verify('solved 1')).toBe('passed')
    expect(await verify('solved 1', { purpose: 'another hold' })).toBe('refused')
  })

  it('that nobody has given is refused', async () => {
    expect(await verify('made up')).toBe('refused')
  })

  it.each([
    ['empty', ''],
    ['too long', 'x'.repeat(2_049)],
  ])('that is %s is refused without a question', async (_name, token) => {
    expect(await verify(token)).toBe('refused')
    expect(cloudflare.questions).toEqual([])
  })

  it.each(['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate'])(
    'is refused where siteverify says %s',
    async (code) => {
      cloudflare.troubles.push({ code })
      expect(await verify('solved 1')).toBe('refused')
      expect(cloudflare.questions).toHaveLength(1)
    },
  )
})

describe('a question that is not answered', () => {
  it.each<[string, Trouble]>([
    ['with an error of theirs', { code: 'internal-error' }],
    ['as the connection breaks', 'break'],
    ['but with a page', 'nonsense'],
  ])('%s is asked again under the same key, so that the token still passes', async (_name, trouble) => {
    cloudflare.troubles.push(trouble)
    expect(await verify('solved 1')).toBe('passed')
    const [first, second] = cloudflare.questions
    expect(second).toEqual(first)
  })

  it('is asked again after some time of silence', async () => {
    verifier = new Turnstile({ secretKey: SECRET, url: cloudflare.url, log: createLogger('silent'), timeoutMs: 200 })
    cloudflare.troubles.push('silence')
    expect(await verify('solved 1')).toBe('passed')
    expect(cloudflare.questions).toHaveLength(2)
  })

  it.each(['internal-error', 'bad-request', 'missing-input-secret', 'what-is-this'])(
    'leaves it open after %s twice',
    async (code) => {
      cloudflare.troubles.push({ code }, { code })
      expect(await verify('solved 1')).toBe('unavailable')
      expect(cloudflare.questions).toHaveLength(2)
    },
  )

  it('leaves it open where the secret is not the right one', async () => {
    verifier = open('another')
    expect(await verify('solved 1')).toBe('unavailable')
  })
})

describe('a siteverify that is down', () => {
  it('leaves it open, and is not asked any more after some questions', async () => {
    for (let times = 0; times < 10; times++) cloudflare.troubles.push('nonsense')
    for (let times = 0; times < 8; times++) expect(await verify(`solved ${times}`)).toBe('unavailable')
    expect(cloudflare.questions).toHaveLength(10)
  })

  it('leaves it open when nobody is there', async () => {
    const gone = await FakeTurnstile.start()
    const { url } = gone
    await gone.close()
    const lost = new Turnstile({ secretKey: SECRET, url, log: createLogger('silent') })
    expect(await lost.verify({ token: 'solved 1', purpose: 'a hold', address: '192.0.2.1' })).toBe('unavailable')
  })
})
