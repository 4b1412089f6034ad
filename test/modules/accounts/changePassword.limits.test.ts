import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../kit/client.js'
import { PASSWORD } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { mutate, type SignedIn, signIn } from './story.js'

const FAILURES = 4
const BAN_SECONDS = 900
const NEW = 'battery staple'
const WRONG = { __typename: 'WrongPasswordError' }
const LIMITED = { __typename: 'RateLimitedError' }
const CHANGED = { __typename: 'ChangePasswordSuccess' }

let server: TestServer
let addresses = 0

beforeAll(async () => {
  // It never goes back: what spares a Redis that was too slow once goes by it.
  vi.useFakeTimers({ toFake: ['Date'] })
  const config = { signInFailures: FAILURES, signInBanSeconds: BAN_SECONDS, trustProxy: 1, workJobs: false }
  server = await startServer({ config })
})
afterAll(async () => {
  await server.close()
  vi.useRealTimers()
})

const newAddress = () => `203.0.113.${++addresses}`
const from = (address: string, accessToken?: string) =>
  createClient(server.url, accessToken, { 'x-forwarded-for': address })

/** Somebody who is signed in at an address of their own. */
async function signInAtHome() {
  const [email, home] = [await server.seed.account(), newAddress()]
  const { accessToken }: SignedIn = await signIn({ ...server, anonymous: from(home) }, email)
  return { email, home, accessToken }
}

const change = (address: string, accessToken: string, currentPassword = 'a guess') =>
  mutate(from(address, accessToken), 'changePassword', 'endedSessions', { currentPassword, newPassword: NEW })

describe('RateLimitedError', () => {
  it('is returned after too many wrong passwords, also for the right one, which is the same as before', async () => {
    const { email, home, accessToken } = await signInAtHome()
    const thief = newAddress()
    for (let times = 0; times < FAILURES; times++) expect(await change(thief, accessToken)).toMatchObject(WRONG)
    expect(await change(thief, accessToken, PASSWORD)).toEqual({
      ...LIMITED,
      message: `Too many wrong passwords: try again in ${BAN_SECONDS} s.`,
    })
    expect(await signIn({ ...server, anonymous: from(home) }, email)).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('is returned to many addresses that try one account, and not where its owner has signed in', async () => {
    const { home, accessToken } = await signInAtHome()
    for (let times = 0; times < FAILURES; times++) expect(await change(newAddress(), accessToken)).toMatchObject(WRONG)
    expect(await change(newAddress(), accessToken, PASSWORD)).toMatchObject(LIMITED)
    expect(await change(home, accessToken, PASSWORD)).toMatchObject(CHANGED)
  })

  it('counts what signIn has counted, and the other way round', async () => {
    const { email, accessToken } = await signInAtHome()
    const thief = newAddress()
    const guess = () => signIn({ ...server, anonymous: from(thief) }, email, 'a guess')
    for (let times = 0; times < FAILURES / 2; times++) {
      expect(await guess()).toMatchObject({ __typename: 'InvalidCredentialsError' })
      expect(await change(thief, accessToken)).toMatchObject(WRONG)
    }
    expect(await guess()).toMatchObject(LIMITED)
    expect(await change(thief, accessToken, PASSWORD)).toMatchObject(LIMITED)
  })

  it('is given until the ban is over, and takes nothing of who changes a password as often as they like', async () => {
    const { accessToken } = await signInAtHome()
    const away = newAddress()
    for (let times = 0; times < FAILURES - 1; times++) expect(await change(away, accessToken)).toMatchObject(WRONG)
    expect(await change(away, accessToken, PASSWORD)).toMatchObject(CHANGED)
    expect(await change(away, accessToken, NEW)).toMatchObject(CHANGED)
    expect(await change(away, accessToken)).toMatchObject(WRONG)
    expect(await change(away, accessToken, NEW)).toMatchObject(LIMITED)
    vi.setSystemTime(Date.now() + BAN_SECONDS * 1000)
    expect(await change(away, accessToken, NEW)).toMatchObject(CHANGED)
  })

  it('is not for a guest, who has no password to be guessed', async () => {
    const guest = await server.signInAsGuest()
    const address = newAddress()
    const tries = Array.from({ length: FAILURES + 1 }, () => change(address, guest.token!))
    expect(await Promise.all(tries)).toMatchObject(tries.map(() => WRONG))
  })
})
