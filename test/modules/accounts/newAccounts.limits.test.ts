import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../kit/client.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { FakeTurnstile, SECRET } from '../../kit/turnstile.js'

// signUp and signInAsGuest, which share one limit.

const PER_MINUTE = 3

let cloudflare: FakeTurnstile
let server: TestServer
let onDemand: TestServer
let always: TestServer
let address: string
let addresses = 0

beforeAll(async () => {
  // It never goes back: what spares a Redis that was too slow once goes by it.
  vi.useFakeTimers({ toFake: ['Date'] })
  cloudflare = await FakeTurnstile.start()
  const config = { newAccountsPerMinute: PER_MINUTE, trustProxy: 1, workJobs: false }
  const turnstile = { secretKey: SECRET, url: cloudflare.url }
  server = await startServer({ config })
  onDemand = await startServer({ config: { ...config, captchaMode: 'on-demand', turnstile }, beside: server })
  always = await startServer({ config: { ...config, captchaMode: 'always', turnstile }, beside: server })
})
beforeEach(() => {
  address = `198.51.100.${++addresses}`
})
afterAll(async () => {
  for (const each of [always, onDemand, server]) await each.close()
  await cloudflare.close()
  vi.useRealTimers()
})

const RESULT = '__typename ... on UserError { message } ... on RateLimitedError { retryAfterSeconds }'
const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { ${RESULT} } }`
const GUEST = `signInAsGuest { ${RESULT} }`

const client = (at: TestServer) => createClient(at.url, undefined, { 'x-forwarded-for': address })
const newEmail = () => `${randomUUID()}@example.org`

async function signUp(given: { email?: string; captchaToken?: string; password?: string } = {}, at = server) {
  const input = { name: 'Ada', email: newEmail(), password: 'correct horse', ...given }
  return (await client(at).query(SIGN_UP, { input })).signUp
}

const beGuests = async (count: number, at = server) => {
  const fields = Array.from({ length: count }, (_, n) => `guest${n}: ${GUEST}`)
  return Object.values(await client(at).query(`mutation { ${fields.join(' ')} }`))
}
const countAccounts = async () => (await server.seed.sql('SELECT count(*)::int FROM account'))[0].count

const LIMITED = {
  __typename: 'RateLimitedError',
  message: 'Too many new accounts from your address: try again in 60 s.',
  retryAfterSeconds: 60,
}
const GUEST_MADE = { __typename: 'SignInAsGuestSuccess' }

describe('RateLimitedError', () => {
  it('is given to guests beyond the limit, each alias counted, and nothing is written', async () => {
    const before = await countAccounts()
    expect(await beGuests(5)).toEqual([GUEST_MADE, GUEST_MADE, GUEST_MADE, LIMITED, LIMITED])
    expect(await countAccounts()).toBe(before + PER_MINUTE)
    vi.setSystemTime(Date.now() + 60_000)
    expect(await beGuests(1)).toEqual([GUEST_MADE])
  })

  it('is given to who signs up, too, whatever has come of it before, and from other addresses is not', async () => {
    const email = newEmail()
    expect(await signUp({ email })).toMatchObject({ __typename: 'SignUpSuccess' })
    expect(await signUp({ email })).toMatchObject({ __typename: 'EmailTakenError' })
    expect(await beGuests(1)).toEqual([GUEST_MADE])
    const refused = newEmail()
    expect(await signUp({ email: refused })).toEqual(LIMITED)
    expect(await server.seed.sql('SELECT id FROM account WHERE email = $1', [refused])).toEqual([])
    address = `198.51.100.${++addresses}`
    expect(await signUp({ email: refused })).toMatchObject({ __typename: 'SignUpSuccess' })
  })

  it('does not count what does not fit the rules', async () => {
    for (let times = 0; times <= PER_MINUTE; times++) {
      expect(await signUp({ password: 'short' })).toMatchObject({ __typename: 'InvalidSignUpError' })
    }
  })
})

describe('CaptchaRequiredError', () => {
  it('is given on demand in the place of a limit, and whoever solves captchas may go on', async () => {
    await beGuests(PER_MINUTE, onDemand)
    const email = newEmail()
    expect(await signUp({ email }, onDemand)).toMatchObject({ __typename: 'CaptchaRequiredError' })
    expect(await signUp({ email, captchaToken: 'made up' }, onDemand)).toMatchObject({
      __typename: 'CaptchaRequiredError',
    })
    expect(await server.seed.sql('SELECT id FROM account WHERE email = $1', [email])).toEqual([])
    const captchaToken = `solved ${email}`
    expect(await signUp({ email, captchaToken }, onDemand)).toMatchObject({ __typename: 'SignUpSuccess' })
    expect(await signUp({ captchaToken }, onDemand)).toEqual({
      __typename: 'CaptchaRequiredError',
      message:
        'The captcha token was used before, is too old or none of ours. Solve the captcha, and send the same request again with its token.',
    })
  })

  it('is always given where it is configured so, to who has not solved a captcha', async () => {
    const email = newEmail()
    expect(await signUp({ email }, always)).toMatchObject({ __typename: 'CaptchaRequiredError' })
    expect(await signUp({ email, captchaToken: `solved ${email}` }, always)).toMatchObject({
      __typename: 'SignUpSuccess',
    })
    expect(cloudflare.questions.at(-1)).toMatchObject({ remoteip: address })
  })

  it('is not given while nobody can tell whether one was solved: then the limit holds alone', async () => {
    for (let times = 0; times < PER_MINUTE; times++) {
      cloudflare.troubles.push('nonsense', 'nonsense')
      expect(await signUp({ captchaToken: `solved ${newEmail()}` }, always)).toMatchObject({
        __typename: 'SignUpSuccess',
      })
    }
    cloudflare.troubles.push('nonsense', 'nonsense')
    expect(await signUp({ captchaToken: `solved ${newEmail()}` }, always)).toEqual(LIMITED)
  })
})
