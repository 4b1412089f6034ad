import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '../../kit/seed.js'
import { listEmailTokens, type Mailbox, openMailbox } from './mailbox.js'
import { mutate, openSession, refresh, signIn, signUp, statusOf } from './story.js'

const NEW = 'battery staple'
const INVALID = {
  __typename: 'InvalidEmailTokenError',
  message: 'That code is not one that is good: it was used, it has ended, or it never was one. Ask for another.',
}
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(() => mailbox.close())

const resetPassword = (token: string, password = NEW) =>
  mutate(mailbox.server.anonymous, 'resetPassword', 'email', { token, password })

async function askForCode(email: string, nth = 1): Promise<string> {
  await mutate(mailbox.server.anonymous, 'requestPasswordReset', 'email', { email })
  return mailbox.readCode(email, nth)
}

describe('ResetPasswordSuccess', () => {
  it('lets the new password sign in, and ends all sessions', async () => {
    const { server } = mailbox
    const session = await openSession(server)
    const { email } = session
    expect(await resetPassword(await askForCode(email))).toEqual({ __typename: 'ResetPasswordSuccess', email })
    expect(await statusOf(server, session)).toBe(401)
    expect(await refresh(server, session.refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    expect(await signIn(server, email)).toMatchObject({ __typename: 'InvalidCredentialsError' })
    expect(await signIn(server, email, NEW)).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('confirms the address, and ends what else was mailed', async () => {
    const { server } = mailbox
    const { email } = await signUp(server)
    const confirming = await mailbox.readCode(email)
    await resetPassword(await askForCode(email, 2))
    expect(await signIn(server, email, NEW)).toMatchObject({ viewer: { isEmailVerified: true } })
    expect(await mutate(server.anonymous, 'verifyEmail', 'email', { token: confirming })).toEqual(INVALID)
    expect(await listEmailTokens(server, email)).toEqual([])
  })

  it('is had once, however many come at once', async () => {
    const { server } = mailbox
    const email = await server.seed.account()
    const code = await askForCode(email)
    const passwords = ['the first one', 'the other one']
    const answers = await Promise.all(passwords.map((password) => resetPassword(code, password)))
    const names = answers.map(({ __typename }) => __typename)
    expect(names.toSorted()).toEqual(['InvalidEmailTokenError', 'ResetPasswordSuccess'])
    const kept = passwords[names.indexOf('ResetPasswordSuccess')]!
    expect(await signIn(server, email, kept)).toMatchObject({ __typename: 'SignInSuccess' })
  })
})

describe('InvalidPasswordError', () => {
  it('leaves the code as it is', async () => {
    const email = await mailbox.server.seed.account()
    const code = await askForCode(email)
    expect(await resetPassword(code, 'short')).toEqual({
      __typename: 'InvalidPasswordError',
      message: 'A password has at least 8 characters.',
    })
    expect(await signIn(mailbox.server, email)).toMatchObject({ __typename: 'SignInSuccess' })
    expect(await resetPassword(code)).toMatchObject({ __typename: 'ResetPasswordSuccess' })
  })
})

describe('InvalidEmailTokenError', () => {
  it('is told of nonsense', async () => {
    expect(await resetPassword('nonsense')).toEqual(INVALID)
  })

  it('is told of a code that confirms an address, and changes nothing', async () => {
    const session = await signUp(mailbox.server)
    expect(await resetPassword(await mailbox.readCode(session.email))).toEqual(INVALID)
    expect(await signIn(mailbox.server, session.email, PASSWORD)).toMatchObject({ __typename: 'SignInSuccess' })
    expect(await statusOf(mailbox.server, session)).toBe(200)
  })

  it('is told after an hour', async () => {
    const email = await mailbox.server.seed.account()
    const code = await askForCode(email)
    mailbox.server.clock.jump(3_600)
    expect(await resetPassword(code)).toEqual(INVALID)
    expect(await signIn(mailbox.server, email)).toMatchObject({ __typename: 'SignInSuccess' })
  })
})
