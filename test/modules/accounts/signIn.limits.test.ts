import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../kit/client.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { FakeTurnstile, SECRET } from '../../kit/turnstile.js'

const FAILURES = 4
const BAN_SECONDS = 900
const PASSWORD = 'correct horse'

let cloudflare: FakeTurnstile
let server: TestServer
/** On the same database and Redis. */
let other: TestServer
let withCaptcha: TestServer
let alone: TestServer
let addresses = 0

beforeAll(async () => {
  // It never goes back: what spares a Redis that was too slow once goes by it.
  vi.useFakeTimers({ toFake: ['Date'] })
  cloudflare = await FakeTurnstile.start()
  const config = { signInFailures: FAILURES, signInBanSeconds: BAN_SECONDS, trustProxy: 1, workJobs: false }
  const turnstile = { secretKey: SECRET, url: cloudflare.url }
  server = await startServer({ config })
  other = await startServer({ config, beside: server })
  withCaptcha = await startServer({ config: { ...config, captchaMode: 'on-demand', turnstile }, beside: server })
  alone = await startServer({ config, beside: server, isAlone: true })
})
afterAll(async () => {
  for (const each of [alone, withCaptcha, other, server]) await each.close()
  await cloudflare.close()
  vi.useRealTimers()
})

const newAddress = () => `198.51.100.${++addresses}`
const newAccount = () => server.seed.account()
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

const RESULT = '__typename ... on UserError { message } ... on RateLimitedError { retryAfterSeconds }'
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }'
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${RESULT} } }`

interface Try {
  readonly email: string
  readonly address: string
  readonly password?: string
  readonly captchaToken?: string
  readonly at?: TestServer
}

async function signIn({ address, at = server, email, password = 'a guess', captchaToken }: Try) {
  const client = createClient(at.url, undefined, { 'x-forwarded-for': address })
  const { signIn } = await client.query(SIGN_IN, { input: { email, password, captchaToken } })
  return signIn
}

async function fail(tries: number, given: Try): Promise<string[]> {
  const names: string[] = []
  for (let times = 0; times < tries; times++) names.push((await signIn(given)).__typename)
  return names
}

const WRONG = 'InvalidCredentialsError'
const LIMITED = 'RateLimitedError'

describe('RateLimitedError of an address', () => {
  it('is given after too many failures, on all servers, also with the right password, until the ban is over', async () => {
    const address = newAddress()
    const email = await newAccount()
    for (let times = 0; times < FAILURES; times++) {
      expect(await fail(1, { email: `${randomUUID()}@example.org`, address })).toEqual([WRONG])
    }
    expect(await signIn({ email, address, password: PASSWORD })).toEqual({
      __typename: LIMITED,
      message: `Too many failures to sign in: try again in ${BAN_SECONDS} s.`,
      retryAfterSeconds: BAN_SECONDS,
    })
    const there = () => fail(1, { email: `${randomUUID()}@example.org`, address, at: other })
    await expect.poll(there).toEqual([LIMITED])
    expect(await signIn({ email, address: newAddress(), password: PASSWORD })).toMatchObject({
      __typename: 'SignInSuccess',
    })
    pass(BAN_SECONDS)
    expect(await signIn({ email, address, password: PASSWORD })).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('counts each alias', async () => {
    const address = newAddress()
    const client = createClient(server.url, undefined, { 'x-forwarded-for': address })
    const fields = Array.from({ length: 8 }, (_, n) => {
      return `a${n}: signIn(input: { email: "${n}.${randomUUID()}@example.org", password: "a guess" }) { __typename }`
    })
    const answers = Object.values(await client.query(`mutation { ${fields.join(' ')} }`))
    expect(answers.map((answer) => (answer as { __typename: string }).__typename)).toEqual([
      ...Array(FAILURES).fill(WRONG),
      ...Array(8 - FAILURES).fill(LIMITED),
    ])
  })

  it('counts many at once', async () => {
    const address = newAddress()
    const tries = Array.from({ length: 12 }, () => signIn({ email: `${randomUUID()}@example.org`, address }))
    const names = (await Promise.all(tries)).map(({ __typename }) => __typename)
    expect(names.toSorted()).toEqual([...Array(FAILURES).fill(WRONG), ...Array(12 - FAILURES).fill(LIMITED)])
  })

  it('counts many at once at several servers together', async () => {
    const countWrong = async () => {
      // A Redis that was too slow is asked again.
      pass(1)
      const address = newAddress()
      const tries = Array.from({ length: 24 }, (_, n) =>
        signIn({ email: `${randomUUID()}@example.org`, address, at: n % 2 === 0 ? server : other }),
      )
      return (await Promise.all(tries)).filter(({ __typename }) => __typename === WRONG).length
    }
    await expect.poll(countWrong, { timeout: 15_000 }).toBe(FAILURES)
  })

  it('is given to nobody who signs in while others do, when one failure more would be too many', async () => {
    const address = newAddress()
    expect(await fail(FAILURES - 1, { email: `${randomUUID()}@example.org`, address })).toHaveLength(FAILURES - 1)
    const emails = await Promise.all(Array.from({ length: 6 }, newAccount))
    const signInAt = (email: string, n: number) => {
      return signIn({ email, address, password: PASSWORD, at: n % 2 === 0 ? server : other })
    }
    expect(await Promise.all(emails.map(signInAt))).toEqual(Array(6).fill({ __typename: 'SignInSuccess' }))
    expect(await fail(2, { email: emails[0]!, address })).toEqual([WRONG, LIMITED])
  })

  it('is not given to many people with one address who sign in at once', async () => {
    const address = newAddress()
    const emails = await Promise.all(Array.from({ length: 8 }, newAccount))
    const answers = await Promise.all(emails.map((email) => signIn({ email, address, password: PASSWORD })))
    expect(answers).toEqual(Array(8).fill({ __typename: 'SignInSuccess' }))
  })

  it('is not put off by a success with another account', async () => {
    const address = newAddress()
    const own = await newAccount()
    const victim = await newAccount()
    for (let times = 0; times < FAILURES; times++) {
      expect(await signIn({ email: own, address, password: PASSWORD })).toMatchObject({ __typename: 'SignInSuccess' })
      expect(await fail(1, { email: victim, address })).toEqual([WRONG])
    }
    expect(await signIn({ email: own, address, password: PASSWORD })).toMatchObject({ __typename: LIMITED })
  })

  it('counts an IPv6 network as one', async () => {
    const email = `${randomUUID()}@example.org`
    for (let host = 1; host <= FAILURES; host++) {
      expect(await fail(1, { email: `${host}.${email}`, address: `2001:db8:1:1::${host}` })).toEqual([WRONG])
    }
    expect(await fail(1, { email, address: '2001:db8:1:1:ffff::1' })).toEqual([LIMITED])
    expect(await fail(1, { email, address: '2001:db8:1:2::1' })).toEqual([WRONG])
  })

  it('is given by a server without Redis, too', async () => {
    const address = newAddress()
    const given = { address, at: alone }
    for (let times = 0; times < FAILURES; times++) {
      expect(await fail(1, { ...given, email: `${randomUUID()}@example.org` })).toEqual([WRONG])
    }
    expect(await fail(1, { ...given, email: `${randomUUID()}@example.org` })).toEqual([LIMITED])
  })
})

describe('RateLimitedError of an account', () => {
  it('is given to addresses that it was never signed in to from, for a minute at most', async () => {
    const email = await newAccount()
    for (let times = 0; times < FAILURES; times++) {
      expect(await fail(1, { email: ` ${email.toUpperCase()}`, address: newAddress() })).toEqual([WRONG])
    }
    const address = newAddress()
    expect(await signIn({ email, address, password: PASSWORD })).toMatchObject({
      __typename: LIMITED,
      retryAfterSeconds: 60,
    })
    pass(60)
    expect(await signIn({ email, address, password: PASSWORD })).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('is not given where its owner has signed in before', async () => {
    const email = await newAccount()
    const home = newAddress()
    expect(await signIn({ email, address: home, password: PASSWORD })).toMatchObject({ __typename: 'SignInSuccess' })
    for (let times = 0; times < FAILURES; times++) await signIn({ email, address: newAddress() })
    expect(await fail(1, { email, address: newAddress() })).toEqual([LIMITED])
    expect(await signIn({ email, address: home, password: PASSWORD })).toMatchObject({ __typename: 'SignInSuccess' })
    const there = async () => (await signIn({ email, address: home, password: PASSWORD, at: other })).__typename
    await expect.poll(there).toBe('SignInSuccess')
  })

  it('is not given where its owner has signed up', async () => {
    const [email, home] = [`${randomUUID()}@example.org`, newAddress()]
    const client = createClient(server.url, undefined, { 'x-forwarded-for': home })
    const input = { name: 'Ada', email, password: PASSWORD }
    const { signUp } = await client.query(SIGN_UP, { input })
    expect(signUp).toEqual({ __typename: 'SignUpSuccess' })
    for (let times = 0; times < FAILURES; times++) await signIn({ email, address: newAddress() })
    expect(await fail(1, { email, address: newAddress() })).toEqual([LIMITED])
    expect(await signIn({ email, address: home, password: PASSWORD })).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('does not count for the address that is told so', async () => {
    const email = await newAccount()
    for (let times = 0; times < FAILURES; times++) await signIn({ email, address: newAddress() })
    const address = newAddress()
    expect(await fail(FAILURES + 1, { email, address })).toEqual(Array(FAILURES + 1).fill(LIMITED))
    expect(await fail(1, { email: `${randomUUID()}@example.org`, address })).toEqual([WRONG])
  })

  it('is given for an account that does not exist just the same', async () => {
    const email = `${randomUUID()}@example.org`
    for (let times = 0; times < FAILURES; times++) await signIn({ email, address: newAddress() })
    expect(await fail(1, { email, address: newAddress() })).toEqual([LIMITED])
  })
})

describe('CaptchaRequiredError', () => {
  it('is given in its place where captchas are solved, and lets through who has solved one', async () => {
    const email = await newAccount()
    for (let times = 0; times < FAILURES; times++) await signIn({ email, address: newAddress(), at: withCaptcha })
    const given = { email, address: newAddress(), password: PASSWORD, at: withCaptcha }
    expect(await signIn(given)).toEqual({
      __typename: 'CaptchaRequiredError',
      message: 'Solve the captcha, and send the same request again with its token.',
    })
    expect(await signIn({ ...given, captchaToken: 'made up' })).toMatchObject({ __typename: 'CaptchaRequiredError' })
    expect(await signIn({ ...given, captchaToken: 'solved sign-in' })).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('is given again to who comes with the same solution for another password', async () => {
    const email = await newAccount()
    for (let times = 0; times < FAILURES; times++) await signIn({ email, address: newAddress(), at: withCaptcha })
    const given = { email, captchaToken: 'solved once', at: withCaptcha }
    for (let times = 0; times < 2; times++) {
      const guess = { ...given, password: 'one guess', address: newAddress() }
      expect(await signIn(guess)).toMatchObject({ __typename: WRONG })
    }
    const another = await signIn({ ...given, password: 'another guess', address: newAddress() })
    expect(another).toMatchObject({ __typename: 'CaptchaRequiredError' })
  })

  it('is a RateLimitedError while nobody can tell whether one was solved', async () => {
    const email = await newAccount()
    for (let times = 0; times < FAILURES; times++) await signIn({ email, address: newAddress(), at: withCaptcha })
    cloudflare.troubles.push('nonsense', 'nonsense')
    const given = { email, address: newAddress(), password: PASSWORD, at: withCaptcha, captchaToken: 'solved' }
    expect(await signIn(given)).toMatchObject({ __typename: LIMITED })
  })
})
