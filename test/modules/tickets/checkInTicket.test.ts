import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { makeSigningKey } from '../../../src/lib/signingKey.js'
import { TicketKeys } from '../../../src/modules/tickets/index.js'
import { accountKeyOf, appointAdmin } from '../../kit/appoint.js'
import { createClient } from '../../kit/client.js'
import { cancelBooking } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, CHECK_IN, checkInTicket, hireUsher, keyOf, readTickets, writtenTickets } from './boxOffice.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const UNUSED = [
  { status: 'VALID', gate: null, isUsed: false },
  { status: 'VALID', gate: null, isUsed: false },
]

/** Tickets for a show in an hour, and somebody who may let people in. */
async function evening(options = {}) {
  const bought = await buy(server, { startsInSeconds: 3600, ...options })
  const [first, second] = bought.tickets as [Bought, Bought]
  return { ...bought, first, second, usher: await hireUsher(server, bought.show) }
}
type Bought = Awaited<ReturnType<typeof buy>>['tickets'][number]

describe('CheckInTicketSuccess', () => {
  it('uses the ticket up, and no other', async () => {
    const { usher, buyer, bookingId, first, second } = await evening()
    const { __typename, ticket } = await checkInTicket(usher, second.code, { gate: ' North ' })
    expect(__typename).toBe('CheckInTicketSuccess')
    expect(ticket).toMatchObject({ id: second.id, status: 'USED' })
    expect(await writtenTickets(server, bookingId)).toEqual([
      { status: 'VALID', gate: null, isUsed: false },
      { status: 'USED', gate: 'North', isUsed: true },
    ])
    expect((await readTickets(buyer, bookingId)).tickets).toMatchObject([
      { id: first.id, status: 'VALID', usedAt: null },
      { id: second.id, status: 'USED', usedAt: ticket.usedAt },
    ])
  })

  it('is returned at the show of the scanner, also while it runs', async () => {
    const { usher, show, first } = await evening()
    server.clock.jump(2 * 3600)
    const answer = await checkInTicket(usher, first.code, { showId: show.id })
    expect(answer).toMatchObject({ __typename: 'CheckInTicketSuccess' })
  })
})

describe('an admin', () => {
  it('lets people in at every theater', async () => {
    const admin = await server.signInAsGuest()
    await appointAdmin(server, admin)
    const { bookingId, first } = await evening()
    expect(await checkInTicket(admin, first.code)).toMatchObject({ __typename: 'CheckInTicketSuccess' })
    const [checkIn] = await server.seed.sql(
      `SELECT checked_in_by AS by FROM ticket WHERE booking_id = $1 AND status = 'USED'`,
      [keyOf(bookingId)],
    )
    expect(checkIn).toEqual({ by: await accountKeyOf(admin) })
  })
})

describe('TicketAlreadyUsedError', () => {
  it('says when and where it was used before', async () => {
    const { usher, bookingId, first } = await evening()
    const { ticket } = await checkInTicket(usher, first.code, { gate: 'North' })
    const other = { gate: 'South' }
    const refusal = await checkInTicket(usher, first.code, other)
    expect(refusal).toEqual({
      __typename: 'TicketAlreadyUsedError',
      message: expect.stringMatching(
        /^This ticket was used on \w+day \d+ \w+ \d{4} at \d\d:\d\d, at The Theater, gate North\.$/,
      ),
      usedAt: ticket.usedAt,
      gate: 'North',
      theater: { name: 'The Theater' },
      ticket: { id: first.id, status: 'USED' },
    })
    expect(await writtenTickets(server, bookingId)).toMatchObject([{ gate: 'North' }, { gate: null }])
  })

  it('has no gate where the scanner gave none', async () => {
    const { usher, first } = await evening()
    await checkInTicket(usher, first.code)
    expect(await checkInTicket(usher, first.code)).toMatchObject({ __typename: 'TicketAlreadyUsedError', gate: null })
  })
})

describe('TicketVoidError', () => {
  it('is returned for a ticket whose booking was cancelled', async () => {
    const { usher, buyer, bookingId, first } = await evening()
    await cancelBooking(buyer, bookingId)
    expect(await checkInTicket(usher, first.code)).toMatchObject({
      __typename: 'TicketVoidError',
      voidedAt: expect.any(String),
    })
    expect(await writtenTickets(server, bookingId)).toMatchObject([
      { status: 'VOID', isUsed: false },
      { status: 'VOID', isUsed: false },
    ])
  })
})

describe('InvalidTicketError', () => {
  const claims = { show: 'U2hvdzox', seat: 'A1', start: 1, exp: 2 }
  const forge = async (jti: string) => (await TicketKeys.open(makeSigningKey())).sign({ ...claims, jti })

  const sign = (differing: { show?: string; jti: string }) =>
    server.services.ticketKeys.sign({ ...claims, ...differing })

  it.each([
    ['nothing', async () => ''],
    ['no code at all', async () => 'A1'],
    ['far too much', async () => 'x'.repeat(100_000)],
    ['a code that is cut off', async (code: string) => code.slice(0, -5)],
    ['a code that another key has signed', async () => forge(randomUUID())],
    ['a code of ours for no ticket', async (_code: string, show: string) => sign({ show, jti: randomUUID() })],
    ['a code of ours for no show', async () => sign({ show: toGlobalId('Show', 999_999), jti: randomUUID() })],
    ['a code of ours for no id', async () => sign({ jti: 'A1' })],
    ['an unsigned code', async (code: string) => `eyJhbGciOiJub25lIn0.${code.split('.')[1]}.`],
  ])('is returned for %s', async (_what, make) => {
    const { usher, show, bookingId, first } = await evening()
    const answer = await checkInTicket(usher, await make(first.code, show.id))
    expect(answer).toMatchObject({ __typename: 'InvalidTicketError' })
    expect(await writtenTickets(server, bookingId)).toEqual(UNUSED)
  })
})

describe('WrongShowError', () => {
  it('is returned for a ticket of another show than that of the scanner', async () => {
    const { usher, show, bookingId, first } = await evening({ movie: 'Amélie' })
    const other = await server.seed.show()
    expect(await checkInTicket(usher, first.code, { showId: other.id })).toMatchObject({
      __typename: 'WrongShowError',
      message: expect.stringMatching(
        /^This ticket is for another show: Amélie, on \w+day .* at \d\d:\d\d, screen 1\.$/,
      ),
      show: { id: show.id },
    })
    expect(await writtenTickets(server, bookingId)).toEqual(UNUSED)
  })
})

describe('ShowClosedError', () => {
  it('is returned when the show is over', async () => {
    const { usher, show, bookingId, first } = await evening({ runsForSeconds: 3600 })
    server.clock.jump(2 * 3600)
    expect(await checkInTicket(usher, first.code)).toMatchObject({
      __typename: 'ShowClosedError',
      show: { id: show.id, status: 'ENDED' },
    })
    expect(await writtenTickets(server, bookingId)).toEqual(UNUSED)
  })

  it('is returned when the show is cancelled', async () => {
    const { usher, show, bookingId, first } = await evening()
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    expect(await checkInTicket(usher, first.code)).toMatchObject({
      __typename: 'ShowClosedError',
      show: { status: 'CANCELLED' },
    })
    expect(await writtenTickets(server, bookingId)).toEqual(UNUSED)
  })
})

describe('CheckInTooEarlyError', () => {
  it('is returned until 24 hours before the show', async () => {
    const { usher, show, bookingId, first } = await evening({ startsInSeconds: 25 * 3600 })
    const startsAt = Date.parse(first.show.startsAt)
    expect(await checkInTicket(usher, first.code)).toMatchObject({
      __typename: 'CheckInTooEarlyError',
      opensAt: new Date(startsAt - 24 * 3600 * 1000).toISOString(),
    })
    expect(await writtenTickets(server, bookingId)).toEqual(UNUSED)
    server.clock.jump(3600)
    const answer = await checkInTicket(usher, first.code, { showId: show.id })
    expect(answer).toMatchObject({ __typename: 'CheckInTicketSuccess' })
  })
})

describe('who is not of the staff of the theater', () => {
  it('gets FORBIDDEN, the owner of the ticket and the staff of other theaters included', async () => {
    const { buyer, bookingId, first } = await evening()
    const elsewhere = await hireUsher(server, await server.seed.show())
    for (const client of [buyer, elsewhere]) {
      const { data, errors } = await client.send(CHECK_IN, { input: { code: first.code } })
      expect(data).toBeNull()
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
    expect(await writtenTickets(server, bookingId)).toEqual(UNUSED)
  })

  it('gets UNAUTHENTICATED without a token', async () => {
    const { bookingId, first } = await evening()
    const { errors } = await server.anonymous.send(CHECK_IN, { input: { code: first.code } })
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    expect(await writtenTickets(server, bookingId)).toEqual(UNUSED)
  })
})

describe('BAD_USER_INPUT', () => {
  it.each([
    ['a gate that is too long', { gate: 'x'.repeat(101) }, 'gate has to have at most 100 characters.'],
    ['a show that is none', { showId: 'TW92aWU6MQ' }, '"TW92aWU6MQ" is not the id of a Show.'],
  ])('is the error for %s', async (_what, more, message) => {
    const { usher, bookingId, first } = await evening()
    const { errors } = await usher.send(CHECK_IN, { input: { code: first.code, ...more } })
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }])
    expect(await writtenTickets(server, bookingId)).toEqual(UNUSED)
  })
})

describe('RateLimitedError', () => {
  it('is given after too many wrong codes, each alias counted; right ones do not count', async () => {
    const strict = await startServer({ config: { wrongCodesPerMinute: 2 }, beside: server })
    const { usher, first, second, bookingId } = await evening()
    const scanner = createClient(strict.url, usher.token)
    expect(await checkInTicket(scanner, first.code)).toMatchObject({ __typename: 'CheckInTicketSuccess' })
    for (let times = 0; times < 3; times++) {
      expect(await checkInTicket(scanner, first.code)).toMatchObject({ __typename: 'TicketAlreadyUsedError' })
    }
    const fields = ['a', 'b', 'c'].map((name) => `${name}: checkInTicket(input: { code: "${name}" }) { __typename }`)
    expect(await scanner.query(`mutation { ${fields.join(' ')} }`)).toEqual({
      a: { __typename: 'InvalidTicketError' },
      b: { __typename: 'InvalidTicketError' },
      c: { __typename: 'RateLimitedError' },
    })
    expect(await checkInTicket(scanner, second.code)).toEqual({
      __typename: 'RateLimitedError',
      message: expect.stringMatching(/^Too many wrong codes: try again in \d+ s\.$/),
    })
    expect((await writtenTickets(server, bookingId)).map(({ isUsed }: { isUsed: boolean }) => isUsed)).toEqual([
      true,
      false,
    ])
    expect(await checkInTicket(usher, second.code)).toMatchObject({ __typename: 'CheckInTicketSuccess' })
    await strict.close()
  })
})
