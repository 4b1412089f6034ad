import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { confirmBooking, exchangeBooking, holdSeats, seatCodes } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { statementsOf } from '../../kit/statements.js'
import { hireUsher } from '../tickets/boxOffice.js'
import { closeRoom, joinRoom, openRoom, queueUp, readToken, stage } from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
})
afterAll(() => server.close())

const REQUIRED = { __typename: 'AdmissionRequiredError', position: null, estimatedSeconds: null }
const HELD = { __typename: 'HoldSeatsSuccess' }

/** A show with a guest who is let in, and one who waits as the first. */
async function stageAdmitted() {
  const { show, usher } = await stage(server, { opensInSeconds: 0 })
  const [ada, ben] = await queueUp(server, show, 2)
  server.clock.jump(1)
  return { show, usher, ada: ada!, ben: ben!, token: await readToken(ada!, show) }
}

/** Expects a hold of the first seat to be refused, and nothing to be written. */
async function expectRefused(client: Client, show: SeededShow, more: object, refusal: object) {
  const answers = 'SELECT count(*)::int FROM idempotency_record'
  const before = await server.seed.sql(answers)
  expect(await holdSeats(client, show, show.seatIds.slice(0, 1), more)).toMatchObject(refusal)
  expect(await seatCodes(client, show)).toBe('AAAA')
  expect(await server.seed.sql(answers)).toEqual(before)
}

describe('HoldSeatsSuccess', () => {
  it('is for who is let in, as often as the other limits allow', async () => {
    const { show, ada, token } = await stageAdmitted()
    const [one, two] = show.seatIds
    expect(await holdSeats(ada, show, [one!], { admissionToken: token })).toMatchObject(HELD)
    expect(await holdSeats(ada, show, [two!], { admissionToken: token })).toMatchObject(HELD)
  })

  it('is what the same request gets again after its admission is over, and with another token', async () => {
    const { show, ada, token } = await stageAdmitted()
    const idempotencyKey = randomUUID()
    const { booking } = await holdSeats(ada, show, show.seatIds, { idempotencyKey, admissionToken: token })
    server.clock.jump(601)
    const again = await holdSeats(ada, show, show.seatIds, { idempotencyKey, admissionToken: token })
    expect(again.booking.id).toBe(booking.id)
    await joinRoom(ada, show)
    server.clock.jump(10)
    const admissionToken = await readToken(ada, show)
    const once = await holdSeats(ada, show, show.seatIds, { idempotencyKey, admissionToken })
    expect(once.booking.id).toBe(booking.id)
  })

  it('is what the same request gets again where the room was opened since, and no other one does', async () => {
    const show = await server.seed.show({ seats: 4 })
    const usher = await hireUsher(server, show)
    const ada = await server.signInAsGuest()
    const mine = { idempotencyKey: randomUUID() }
    const held = await holdSeats(ada, show, show.seatIds.slice(0, 1), mine)
    const theirs = { idempotencyKey: randomUUID() }
    const taken = await holdSeats(await server.signInAsGuest(), show, show.seatIds.slice(0, 1), theirs)
    expect([held, taken]).toMatchObject([HELD, { __typename: 'SeatsUnavailableError' }])
    await openRoom(server, usher, show)
    expect(await holdSeats(ada, show, show.seatIds.slice(0, 1), mine)).toEqual(held)
    expect(await holdSeats(ada, show, show.seatIds.slice(0, 1), { ...mine, admissionToken: 'x' })).toEqual(held)
    expect(await holdSeats(ada, show, show.seatIds.slice(1, 2), mine)).toMatchObject({
      __typename: 'IdempotencyMismatchError',
    })
    expect(await holdSeats(ada, show, show.seatIds.slice(1, 2))).toMatchObject(REQUIRED)
    expect(await seatCodes(ada, show)).toBe('HAAA')
  })

  it('is for everybody where there is no room, and once it is closed', async () => {
    const { show, usher, ben } = await stageAdmitted()
    await closeRoom(usher, show)
    expect(await holdSeats(ben, show, show.seatIds.slice(0, 1))).toMatchObject(HELD)
  })

  it('comes of the same statements as without waiting rooms', async () => {
    const { show, ada, token } = await stageAdmitted()
    const free = await server.seed.show()
    expect(await statementsOf(() => holdSeats(ada, free))).toEqual(['bookings.insertHold'])
    expect(await statementsOf(() => holdSeats(ada, show, show.seatIds, { admissionToken: token }))).toEqual([
      'bookings.insertHold',
    ])
  })
})

describe('AdmissionRequiredError', () => {
  it('tells who has no place to take one', async () => {
    const { show } = await stage(server)
    const message = 'The show is behind a waiting room: joinWaitingRoom gives you a place.'
    await expectRefused(await server.signInAsGuest(), show, {}, { ...REQUIRED, message })
  })

  it('tells who waits the position and the time', async () => {
    const { show, ben } = await stageAdmitted()
    const message = 'You are number 1 in the waiting room: hold seats when you are let in.'
    await expectRefused(ben, show, {}, { ...REQUIRED, message, position: 1, estimatedSeconds: 1 })
  })

  it('tells who is let in to send the token', async () => {
    const { show, ada } = await stageAdmitted()
    const message = 'You are let in: send the token of your admission as admissionToken.'
    await expectRefused(ada, show, {}, { ...REQUIRED, message })
  })

  it('refuses the token of somebody else, of another show, and of an earlier room', async () => {
    const { show, usher, ben, token } = await stageAdmitted()
    await expectRefused(ben, show, { admissionToken: token }, { ...REQUIRED, position: 1, estimatedSeconds: 1 })
    const other = await stageAdmitted()
    await expectRefused(other.ada, show, { admissionToken: other.token }, REQUIRED)
    await closeRoom(usher, show)
    await openRoom(server, usher, show)
    await expectRefused(other.ada, show, { admissionToken: token }, REQUIRED)
  })

  it('refuses a token whose time is over', async () => {
    const { show, ada, token } = await stageAdmitted()
    server.clock.jump(601)
    const message = 'The time of your admission is over: joinWaitingRoom gives you a new place.'
    await expectRefused(ada, show, { admissionToken: token }, { ...REQUIRED, message })
  })

  it('refuses what is forged, and any other token of ours', async () => {
    const { show, ada, token } = await stageAdmitted()
    const [header, payload, signature] = token.split('.')
    const none = Buffer.from('{"alg":"none","typ":"admission+jwt"}').toString('base64url')
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString())
    const byJwtSecret = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'admission+jwt' })
      .sign(new TextEncoder().encode('a secret that only the tests know, of 32 characters'))
    const longer = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 1 })).toString('base64url')
    const forged = [
      ...['', 'x', 'x'.repeat(5_000), `${none}.${payload}.`, byJwtSecret, ada.token!],
      ...[`${header}.${longer}.${signature}`, `${header}.${payload}.${'A'.repeat(43)}`],
    ]
    for (const admissionToken of forged) await expectRefused(ada, show, { admissionToken }, REQUIRED)
  })

  it('lets no admission sign anybody in', async () => {
    const { token } = await stageAdmitted()
    expect(await server.services.tokens.verify(token)).toBeNull()
  })

  it('keeps nobody from the answer to an exchange that was made before the room was opened', async () => {
    const [from, show] = [await server.seed.show(), await server.seed.show({ seats: 4 })]
    const usher = await hireUsher(server, show)
    const ada = await server.signInAsGuest()
    const { booking } = await holdSeats(ada, from, from.seatIds.slice(0, 1))
    await confirmBooking(ada, booking.id)
    const wish = { showId: show.id, seatIds: show.seatIds.slice(0, 1), idempotencyKey: randomUUID() }
    const exchanged = await exchangeBooking(ada, booking.id, wish)
    expect(exchanged.__typename).toBe('ExchangeBookingSuccess')
    await openRoom(server, usher, show)
    await exchangeBooking(ada, booking.id, { showId: from.id, seatIds: from.seatIds.slice(0, 1) })
    expect((await exchangeBooking(ada, booking.id, wish)).__typename).toBe('ExchangeBookingSuccess')
    expect(await seatCodes(ada, show)).toBe('AAAA')
    const other = { ...wish, idempotencyKey: randomUUID() }
    expect(await exchangeBooking(ada, booking.id, other)).toMatchObject(REQUIRED)
  })

  it('guards a show from those who come by exchanging a booking of another', async () => {
    const { show, ada, ben, token } = await stageAdmitted()
    const other = await server.seed.show()
    const wish = { showId: show.id, seatIds: show.seatIds.slice(0, 1) }
    const bookings = await Promise.all(
      [ada, ben].map((guest, index) => holdSeats(guest, other, [other.seatIds[index]!])),
    )
    await confirmBooking(ada, bookings[0].booking.id)
    await confirmBooking(ben, bookings[1].booking.id)
    const refusal = { ...REQUIRED, position: 1, estimatedSeconds: 1 }
    expect(await exchangeBooking(ben, bookings[1].booking.id, wish)).toMatchObject(refusal)
    expect(await seatCodes(ben, show)).toBe('AAAA')
    const exchanged = await exchangeBooking(ada, bookings[0].booking.id, { ...wish, admissionToken: token })
    expect(exchanged.__typename).toBe('ExchangeBookingSuccess')
    const seatIds = show.seatIds.slice(1, 2)
    const within = await exchangeBooking(ada, bookings[0].booking.id, { showId: show.id, seatIds })
    expect(within.__typename).toBe('ExchangeBookingSuccess')
  })
})
