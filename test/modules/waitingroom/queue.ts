import { expect } from 'vitest'
import type { Client } from '../../kit/client.js'
import type { SeededShow } from '../../kit/seed.js'
import type { TestServer } from '../../kit/server.js'
import { hireUsher } from '../tickets/boxOffice.js'

export interface Place {
  readonly status: string
  readonly position: number | null
  readonly estimatedSeconds: number | null
  readonly lotteryNumber: number | null
  readonly admission: { readonly token: string; readonly expiresAt: string } | null
}

export const PLACE = 'status position estimatedSeconds lotteryNumber admission { token expiresAt }'
const ROOM = 'opensAt mode admittedPerSecond waiting lottery { seed entrants }'

export interface RoomOptions {
  /** Null for at once. */
  readonly opensInSeconds?: number
  readonly admittedPerSecond?: number
  readonly mode?: 'ARRIVAL' | 'LOTTERY'
}

/** A show behind a waiting room that opens in an hour and lets one in a second, unless told otherwise, and one of its staff. */
export async function stage(server: TestServer, options: RoomOptions = {}) {
  const show = await server.seed.show({ seats: 4 })
  const usher = await hireUsher(server, show)
  const opened = await openRoom(server, usher, show, options)
  return { show, usher, opened }
}

export async function openRoom(
  { clock }: TestServer,
  usher: Client,
  show: SeededShow,
  { opensInSeconds = 3600, admittedPerSecond = 1, mode = 'ARRIVAL' }: RoomOptions = {},
) {
  const opensAt = new Date(clock.now().getTime() + opensInSeconds * 1000)
  return send(usher, 'openWaitingRoom', { showId: show.id, opensAt, admittedPerSecond, mode })
}

export function paceRoom(usher: Client, show: SeededShow, admittedPerSecond: number) {
  return send(usher, 'paceWaitingRoom', { showId: show.id, admittedPerSecond })
}

export function closeRoom(usher: Client, show: SeededShow) {
  return send(usher, 'closeWaitingRoom', { showId: show.id })
}

export function joinRoom(client: Client, show: SeededShow) {
  return send(client, 'joinWaitingRoom', { showId: show.id })
}

const FIELDS = {
  openWaitingRoom: `... on OpenWaitingRoomSuccess { waitingRoom { ${ROOM} } }
    ... on WaitingRoomExistsError { waitingRoom { ${ROOM} } } ... on ShowClosedError { show { id } }`,
  paceWaitingRoom: `... on PaceWaitingRoomSuccess { waitingRoom { ${ROOM} } }`,
  closeWaitingRoom: '... on CloseWaitingRoomSuccess { show { id } }',
  joinWaitingRoom: `... on JoinWaitingRoomSuccess { place { ${PLACE} } } ... on WaitingRoomNotRequired { show { id } }
    ... on ShowClosedError { show { id } } ... on ServerBusyError { retryAfterSeconds }`,
}

/** The text of one of the operations. */
export function textOf(name: keyof typeof FIELDS): string {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`
  return `mutation ($input: ${type}) { ${name}(input: $input) { __typename ... on UserError { message } ${FIELDS[name]} } }`
}

async function send(client: Client, name: keyof typeof FIELDS, input: object) {
  return (await client.query(textOf(name), { input }))[name]
}

/** The waiting room of a show with the place of the client, null where there is none. */
export async function readRoom(client: Client, show: SeededShow) {
  const query = `query ($id: ID!) { waitingRoom(showId: $id) { ${ROOM} place { ${PLACE} } } }`
  return (await client.query(query, { id: show.id })).waitingRoom
}

export async function readPlace(client: Client, show: SeededShow): Promise<Place | null> {
  return (await readRoom(client, show)).place
}

/** The token of a client who is let in. */
export async function readToken(client: Client, show: SeededShow): Promise<string> {
  return (await readPlace(client, show))!.admission!.token
}

export const WATCH = `subscription ($id: ID!) { waitingRoomChanged(showId: $id) { ${PLACE} } }`

/** Watches the place of a client: `next` gives where it stands. */
export function watchPlace(client: Client, show: SeededShow) {
  const watcher = client.subscribe(WATCH, { id: show.id })
  return {
    next: async (): Promise<Place> => (await watcher.next()).waitingRoomChanged,
    close: () => watcher.close(),
  }
}

/** Guests who join one after the other. */
export async function queueUp(server: TestServer, show: SeededShow, count: number): Promise<Client[]> {
  const guests = await Promise.all(Array.from({ length: count }, () => server.signInAsGuest()))
  for (const guest of guests) await joinRoom(guest, show)
  return guests
}

/** What is written of the places in the room of a show, by number. */
export async function writtenPlaces({ seed }: TestServer, show: SeededShow): Promise<{ number: number; id: string }[]> {
  return seed.sql(
    `SELECT number::int, account_id AS id FROM waiting_place JOIN waiting_room ON room_id = waiting_room.id
     WHERE show_id = $1 ORDER BY number`,
    [show.key],
  )
}

/** The code and the message of what is thrown. */
export async function refusalOf(client: Client, name: keyof typeof FIELDS, input: object): Promise<unknown[]> {
  const { errors } = await client.send(textOf(name), { input })
  return [errors![0]!.extensions.code, errors![0]!.message]
}

/** Expects staff of another theater, and who is not signed in, to be refused. */
export async function expectStaffOnly(server: TestServer, name: keyof typeof FIELDS, input: object): Promise<void> {
  const stranger = await hireUsher(server, await server.seed.show())
  expect((await refusalOf(stranger, name, input))[0]).toBe('FORBIDDEN')
  expect((await refusalOf(server.anonymous, name, input))[0]).toBe('UNAUTHENTICATED')
}

export const NOWHERE: SeededShow = { id: 'nothing', key: 0, seatIds: [] }
export const NO_SHOW = { __typename: 'NotFoundError', message: 'There is no such show.' }
export const NO_ROOM = { __typename: 'NotFoundError', message: 'The show has no waiting room of its own.' }
