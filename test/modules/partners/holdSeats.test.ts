import { afterAll, beforeAll, expect, it } from 'vitest'
import { appointStaff } from '../../kit/appoint.js'
import { holdSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { TRANSPORTS } from '../../kit/transports.js'
import { type Desk, manifestOf, openDesk } from './desk.js'

const HOLD = `mutation ($input: HoldSeatsInput!) {
  holdSeats(input: $input) { __typename ... on HoldSeatsSuccess { booking { status } } } }`
const ALLOCATE = `mutation ($input: AllocateSeatsInput!) { allocateSeats(input: $input) { __typename } }`

let desk: Desk
let show: SeededShow
let partnerId: string
let key: string

beforeAll(async () => {
  desk = await openDesk({ holdsPerMinute: 1, maxHoldsPerShow: 1 })
  show = await desk.server.seed.show({ seats: 6 })
  partnerId = await desk.addPartner('Box Office')
  await desk.act('registerOperations', { partnerId, manifest: manifestOf({ hold: HOLD }) })
  key = (await desk.addKey(partnerId)).secret
})
afterAll(() => desk.close())

async function hold(seatId: string) {
  const input = { showId: show.id, seatIds: [seatId], idempotencyKey: crypto.randomUUID() }
  const { data, errors } = await TRANSPORTS[0]!.ask(desk.server.url, { documentId: 'hold', variables: { input } }, key)
  expect(errors).toBeUndefined()
  return data.holdSeats
}

it('a partner holds as often as its budget lets it, which no person may', async () => {
  for (const seatId of show.seatIds.slice(0, 3)) {
    expect(await hold(seatId)).toEqual({ __typename: 'HoldSeatsSuccess', booking: { status: 'PENDING' } })
  }
  const ada = await desk.server.signInAsGuest()
  expect(await holdSeats(ada, show, [show.seatIds[3]!])).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  expect(await holdSeats(ada, show, [show.seatIds[4]!])).toMatchObject({ __typename: 'RateLimitedError' })
})

it('by its key a partner gets the seats that are allocated to it, and no other ones', async () => {
  show = await desk.server.seed.show({ seats: 4 })
  const usher = await desk.server.signInAsGuest()
  await appointStaff(desk.server, usher, show)
  const until = new Date(desk.server.clock.now().getTime() + 3_600_000).toISOString()
  const [own, other] = show.seatIds
  const input = { showId: show.id, partnerId, seatIds: [own], until, idempotencyKey: 'one' }
  expect(await usher.query(ALLOCATE, { input })).toEqual({ allocateSeats: { __typename: 'AllocateSeatsSuccess' } })
  const ben = await desk.server.signInAsGuest()
  expect(await holdSeats(ben, show, [own!])).toMatchObject({ __typename: 'SeatsUnavailableError' })
  expect(await hold(other!)).toEqual({ __typename: 'AllocationExceededError' })
  expect(await hold(own!)).toMatchObject({ __typename: 'HoldSeatsSuccess' })
})
