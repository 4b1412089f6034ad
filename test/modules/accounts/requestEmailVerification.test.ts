import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { listEmailTokens, type Mailbox, openMailbox } from './mailbox.js'
import { hashOf, mutate, openSession, POLL, signUp } from './story.js'

let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(() => mailbox.close())

const request = (client: Client) => mutate(client, 'requestEmailVerification', 'email')

describe('RequestEmailVerificationSuccess', () => {
  it('mails another code, and the one before it stays good', async () => {
    const { server } = mailbox
    const { client, email } = await signUp(server)
    const first = await mailbox.readCode(email)
    expect(await request(client)).toEqual({ __typename: 'RequestEmailVerificationSuccess', email })
    const second = await mailbox.readCode(email, 2)
    expect(second).not.toBe(first)
    expect(await listEmailTokens(server, email)).toMatchObject([{ hash: hashOf(first) }, { hash: hashOf(second) }])
    expect(await mutate(server.anonymous, 'verifyEmail', 'email', { token: first })).toMatchObject({ email })
    expect(await listEmailTokens(server, email)).toEqual([])
  })

  it('mails three in an hour', async () => {
    const { server } = mailbox
    const { client, email } = await signUp(server)
    for (let time = 0; time < 5; time++) await request(client)
    await mailbox.settle()
    expect(mailbox.list(email).length).toBe(3)
    server.clock.jump(3_601)
    await request(client)
    await mailbox.readCode(email, 4)
  })

  it('mails once the mail server takes it, and keeps no code that reached nobody', async () => {
    const { server, mailServer } = mailbox
    await mailbox.settle()
    mailServer.verdicts.push({ code: 451 })
    const tries = mailServer.tries
    const { email } = await signUp(server)
    await expect.poll(() => mailServer.tries, POLL).toBe(tries + 2)
    const code = await mailbox.readCode(email)
    expect(await listEmailTokens(server, email)).toMatchObject([{ hash: hashOf(code) }])
  })
})

describe('EmailAlreadyVerifiedError', () => {
  it('mails nothing', async () => {
    const { client, email } = await openSession(mailbox.server)
    expect(await request(client)).toEqual({
      __typename: 'EmailAlreadyVerifiedError',
      message: `${email} is confirmed already.`,
    })
    await mailbox.settle()
    expect(mailbox.list(email)).toEqual([])
  })
})

describe('NoEmailAddressError', () => {
  it('is told to a guest', async () => {
    expect(await request(await mailbox.server.signInAsGuest())).toEqual({
      __typename: 'NoEmailAddressError',
      message: 'This account has no email address.',
    })
  })
})

describe('who is not signed in', () => {
  it('has nothing to confirm', async () => {
    const { errors } = await mailbox.server.anonymous.send('mutation { requestEmailVerification { __typename } }')
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})
