import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../kit/client.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const ada = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' }
const VIEWER = '{ viewer { id name email isGuest } }'

const signUp = async (input: object) =>
  (
    await server.anonymous.query(
      `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename
        ... on SignUpSuccess { accessToken viewer { id name email isGuest } }
        ... on UserError { message } ... on InvalidSignUpError { field } } }`,
      { input },
    )
  ).signUp

const signIn = async (email: string, password: string) =>
  (
    await server.anonymous.query(
      `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
        ... on SignInSuccess { accessToken viewer { id } } ... on UserError { message } } }`,
      { input: { email, password } },
    )
  ).signIn

describe('signUp', () => {
  it('opens an account whose token speaks for it', async () => {
    const { __typename, accessToken, viewer } = await signUp({ ...ada, email: ' Ada@Example.org ' })
    expect(__typename).toBe('SignUpSuccess')
    expect(viewer).toMatchObject({ name: 'Ada', email: 'ada@example.org', isGuest: false })
    expect(await createClient(server.url, accessToken).query(VIEWER)).toEqual({ viewer })
    const [{ password_hash }] = await server.seed.sql('SELECT password_hash FROM account WHERE email = $1', [ada.email])
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('refuses an address that has an account, in any case, also at once', async () => {
    const grace = { ...ada, email: 'grace@example.org' }
    const answers = await Promise.all([1, 2, 3].map(() => signUp(grace)))
    const names = answers.map(({ __typename }) => __typename).sort()
    expect(names).toEqual(['EmailTakenError', 'EmailTakenError', 'SignUpSuccess'])
    expect(await signUp({ ...grace, email: 'GRACE@example.org' })).toMatchObject({ __typename: 'EmailTakenError' })
  })

  it.each([
    ['name', { name: '  ' }],
    ['email', { email: 'nobody' }],
    ['password', { password: 'short' }],
    ['password', { password: 'x'.repeat(129) }],
  ])('names the field that does not fit: %s', async (field, wrong) => {
    const refusal = await signUp({ ...ada, email: 'other@example.org', ...wrong })
    expect(refusal).toMatchObject({ __typename: 'InvalidSignUpError', field })
    expect(await server.seed.sql('SELECT id FROM account WHERE email = $1', ['other@example.org'])).toEqual([])
  })
})

describe('signIn', () => {
  it('gives a token for the same account', async () => {
    const { viewer } = await signUp({ ...ada, email: 'edsger@example.org' })
    expect(await signIn('Edsger@example.org', ada.password)).toMatchObject({ viewer: { id: viewer.id } })
  })

  it('does not tell whether the address or the password was wrong', async () => {
    await signUp({ ...ada, email: 'barbara@example.org' })
    const wrongPassword = await signIn('barbara@example.org', 'something else')
    expect(wrongPassword.__typename).toBe('InvalidCredentialsError')
    expect(await signIn('nobody@example.org', 'something else')).toEqual(wrongPassword)
  })
})

describe('an access token', () => {
  it('ends at its time', async () => {
    const guest = await server.signInAsGuest()
    expect((await guest.query(VIEWER)).viewer).toMatchObject({ name: null, email: null, isGuest: true })
    server.clock.jump(86_401)
    const { status, errors } = await guest.send(VIEWER)
    expect(status).toBe(401)
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })

  it('that is forged or unsigned speaks for nobody', async () => {
    const { token } = await server.signInAsGuest()
    const [, payload] = token!.split('.')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    for (const forged of [unsigned, `${token!.slice(0, -4)}AAAA`, 'nonsense']) {
      const { errors } = await createClient(server.url, forged).send(VIEWER)
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    }
  })
})

describe('viewer', () => {
  it('is null without a token', async () => {
    expect(await server.anonymous.query(VIEWER)).toEqual({ viewer: null })
  })
})
