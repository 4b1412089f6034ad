import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEmailTokens, type Mailbox, openMailbox } from './mailbox.js'
import { hashOf, mutate, signUp } from './story.js'

const INVALID = {
  __typename: 'InvalidEmailTokenError',
  message: 'That code is not one that is good: it was used, it has ended, or it never was one. Ask for another.',
}
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(() => mailbox.close())

const verifyEmail = (token: string) => mutate(mailbox.server.anonymous, 'verifyEmail', 'email', { token })

async function isVerified(email: string): Promise<boolean> {
  const [{ is }] = await mailbox.server.seed.sql(
    'SELECT email_verified_at IS NOT NULL AS is FROM account WHERE email = $1',
    [email],
  )
  return is
}

describe('VerifyEmailSuccess', () => {
  it('is had by the code that signUp has mailed', async () => {
    const { client, email } = await signUp(mailbox.server)
    const VERIFIED = '{ viewer { isEmailVerified } }'
    expect(await client.query(VERIFIED)).toEqual({ viewer: { isEmailVerified: false } })
    const code = await mailbox.readCode(email)
    expect(await listEmailTokens(mailbox.server, email)).toEqual([
      { hash: hashOf(code), purpose: 'EMAIL_VERIFICATION', email, isHour: false, isDay: true },
    ])
    const [mail] = mailbox.list(email)
    expect(mail!.subject).toBe('Confirm your email address')
    expect(mail!.html).toContain('You get this mail because of an account with Marquee.')
    expect(await verifyEmail(code)).toEqual({ __typename: 'VerifyEmailSuccess', email })
    expect(await client.query(VERIFIED)).toEqual({ viewer: { isEmailVerified: true } })
    expect(await listEmailTokens(mailbox.server, email)).toEqual([])
  })

  it('is mailed without the name, which whoever signs up with the address of another could choose', async () => {
    const { email } = await signUp(mailbox.server)
    await mailbox.readCode(email)
    const [mail] = mailbox.list(email)
    expect(mail!.text).toContain('Hello,')
    expect(`${mail!.text}${mail!.html}`).not.toContain('Ada')
  })

  it('is had once, however many come at once', async () => {
    const { email } = await signUp(mailbox.server)
    const code = await mailbox.readCode(email)
    const answers = await Promise.all([1, 2, 3].map(() => verifyEmail(code)))
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'InvalidEmailTokenError',
      'InvalidEmailTokenError',
      'VerifyEmailSuccess',
    ])
    expect(await isVerified(email)).toBe(true)
  })
})

describe('InvalidEmailTokenError', () => {
  it('is told of nonsense', async () => {
    expect(await verifyEmail('nonsense')).toEqual(INVALID)
  })

  it('is told of a code for something else, which stays good', async () => {
    const { server } = mailbox
    const { email } = await signUp(server)
    await mailbox.readCode(email)
    await mutate(server.anonymous, 'requestPasswordReset', 'email', { email })
    const code = await mailbox.readCode(email, 2)
    expect(await verifyEmail(code)).toEqual(INVALID)
    expect(await isVerified(email)).toBe(false)
    expect(await listEmailTokens(server, email)).toMatchObject([{}, { hash: hashOf(code) }])
  })

  it('is told after a day', async () => {
    const { email } = await signUp(mailbox.server)
    const code = await mailbox.readCode(email)
    mailbox.server.clock.jump(86_400)
    expect(await verifyEmail(code)).toEqual(INVALID)
    expect(await isVerified(email)).toBe(false)
  })
})
