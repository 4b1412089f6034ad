import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EnqueuedJob, recordJobs } from '../../kit/jobs.js'
import { listEmailTokens, type Mailbox, openMailbox } from './mailbox.js'
import { hashOf, mutate } from './story.js'

let mailbox: Mailbox
let jobs: { list(): Promise<EnqueuedJob[]> }

beforeAll(async () => {
  mailbox = await openMailbox()
  jobs = await recordJobs(mailbox.server)
})
afterAll(() => mailbox.close())

const request = (email: string) => mutate(mailbox.server.anonymous, 'requestPasswordReset', 'email', { email })

describe('RequestPasswordResetSuccess', () => {
  it('mails a code for an hour', async () => {
    const email = await mailbox.server.seed.account()
    expect(await request(` ${email.toUpperCase()} `)).toEqual({ __typename: 'RequestPasswordResetSuccess', email })
    const code = await mailbox.readCode(email)
    expect(mailbox.list(email)).toMatchObject([{ subject: 'A new password for Marquee' }])
    expect(await listEmailTokens(mailbox.server, email)).toEqual([
      { hash: hashOf(code), purpose: 'PASSWORD_RESET', email, isHour: true, isDay: false },
    ])
  })

  it('is told, and the same is done, whether the address has an account or not', async () => {
    const email = await mailbox.server.seed.account()
    const before = (await jobs.list()).length
    const answers = [await request(email), await request('nobody@example.org')]
    expect(answers).toEqual([
      { __typename: 'RequestPasswordResetSuccess', email },
      { __typename: 'RequestPasswordResetSuccess', email: 'nobody@example.org' },
    ])
    const mail = (email: string) => ({
      task: 'sendAccountMail',
      payload: { attempts: 0, askedAt: expect.any(String), recipient: { purpose: 'PASSWORD_RESET', email } },
    })
    expect((await jobs.list()).slice(before)).toEqual([mail(email), mail('nobody@example.org')])
    await mailbox.settle()
    expect(mailbox.list(email).length).toBe(1)
    expect(mailbox.list('nobody@example.org')).toEqual([])
  })

  it('keeps no code in a job, where others could read it', async () => {
    const email = await mailbox.server.seed.account()
    await request(email)
    const code = await mailbox.readCode(email)
    expect(JSON.stringify(await jobs.list())).not.toContain(code)
  })

  it('mails three in an hour', async () => {
    const email = await mailbox.server.seed.account()
    await Promise.all([1, 2, 3, 4, 5].map(() => request(email)))
    await mailbox.settle()
    expect(mailbox.list(email).length).toBe(3)
  })

  it('mails nobody who has no password, as somebody else signs him in', async () => {
    await mailbox.server.seed.sql(
      `INSERT INTO account (email, email_verified_at, oidc_issuer, oidc_subject)
       VALUES ('outside@example.org', now(), 'https://id.example', 'somebody')`,
    )
    await request('outside@example.org')
    await mailbox.settle()
    expect(mailbox.list('outside@example.org')).toEqual([])
  })
})

describe('InvalidEmailAddressError', () => {
  it.each(['nobody', '', 'a@b\u0000.org'])('does nothing: %j', async (email) => {
    const before = await jobs.list()
    expect(await request(email)).toEqual({
      __typename: 'InvalidEmailAddressError',
      message: 'That is not an email address.',
    })
    expect(await jobs.list()).toEqual(before)
  })
})
