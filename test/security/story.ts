import { randomUUID } from 'node:crypto'
import { toGlobalId } from '../../src/lib/globalId.js'
import { appointAdmin, appointStaff } from '../kit/appoint.js'
import type { Client } from '../kit/client.js'
import { acceptTransfer, confirmBooking, holdSeats, transferBooking } from '../kit/operations.js'
import type { SeededShow } from '../kit/seed.js'
import type { TestServer } from '../kit/server.js'

/** Who asks for what is not theirs. */
export const VIEWERS = ['stranger', 'customer', 'former', 'elsewhere', 'usher', 'admin'] as const
export type ViewerName = (typeof VIEWERS)[number]

/** Somebody's bookings, and those to whom they are none of their business. */
export interface Story {
  readonly server: TestServer
  readonly show: SeededShow
  readonly owner: Client
  /**
   * Nobody who is signed in, another customer, who had the booking before, the staff of another theater and of this one, and an
   * admin.
   */
  readonly viewers: Readonly<Record<ViewerName, Client>>
  /** What the owner has: the ids of bookings, and what belongs to them. */
  readonly owned: {
    readonly hold: string
    readonly booking: string
    /** A hold whose payment its buyer still has to approve. */
    readonly waiting: string
    readonly payment: string
    readonly ticket: string
    readonly code: string
    readonly account: string
    readonly cursor: string
    /** The code of an offer that the owner has accepted. */
    readonly offer: string
  }
  /** What the other customer has at the same show. */
  readonly own: {
    readonly hold: string
    readonly booking: string
    readonly ticketsPdfUrl: string
    readonly ticket: string
    readonly pdfUrl: string
  }
}

/** The keys under which the owner has sent what the story is made of. */
export const ownersKey = (operation: string) => `the owner's ${operation}`

export async function tellStory(server: TestServer): Promise<Story> {
  const show = await server.seed.show({ seats: 8 })
  const viewers = await gather(server, show)
  const owner = await server.signInAsGuest()
  const people = { show, owner, former: viewers.former, customer: viewers.customer }
  return { server, show, owner, viewers, owned: await tellOwners(people), own: await tellCustomers(people) }
}

interface People {
  readonly show: SeededShow
  readonly owner: Client
  readonly former: Client
  readonly customer: Client
}

/** A hold, a booking that somebody else has bought, and one that waits for its payment, in the order of the seats. */
async function tellOwners({ show, owner, former }: People): Promise<Story['owned']> {
  const held = await hold(owner, show, [0, 1], { idempotencyKey: ownersKey('holdSeats') })
  const booking = await hold(former, show, [2, 3])
  await confirmBooking(former, booking)
  const { code: offer } = await transferBooking(former, booking)
  await acceptTransfer(owner, offer, { idempotencyKey: ownersKey('acceptTransfer') })
  await transferBooking(owner, booking, { idempotencyKey: ownersKey('transferBooking') })
  const waiting = await hold(owner, show, [4])
  const card = { method: 'CARD', token: 'pm_card_authenticationRequired' }
  const { payment } = await confirmBooking(owner, waiting, { payment: card })
  const { viewer } = await owner.query('{ viewer { id bookings { pageInfo { endCursor } } } }')
  const [ticket] = (await readTickets(owner, booking)).tickets
  const { id: account, bookings } = viewer
  const { endCursor: cursor } = bookings.pageInfo
  const { id, code } = ticket!
  return { hold: held, booking, waiting, payment: payment.id, ticket: id, code, account, cursor, offer }
}

async function tellCustomers({ show, customer }: People): Promise<Story['own']> {
  const own = { hold: await hold(customer, show, [5]), booking: await hold(customer, show, [6]) }
  await confirmBooking(customer, own.booking)
  const { tickets, ticketsPdfUrl } = await readTickets(customer, own.booking)
  const { id: ticket, pdfUrl } = tickets[0]!
  return { ...own, ticket, pdfUrl, ticketsPdfUrl }
}

/** The id of a hold of seats, by their places in the show. */
async function hold(client: Client, show: SeededShow, places: readonly number[], more: object = {}): Promise<string> {
  const seatIds = places.map((place) => show.seatIds[place]!)
  return (await holdSeats(client, show, seatIds, more)).booking.id
}

async function gather(server: TestServer, show: SeededShow): Promise<Story['viewers']> {
  const guest = () => server.signInAsGuest()
  const viewers = {
    stranger: server.anonymous,
    customer: await guest(),
    former: await guest(),
    elsewhere: await guest(),
    usher: await guest(),
    admin: await guest(),
  }
  await appointStaff(server, viewers.elsewhere, await server.seed.show())
  await appointStaff(server, viewers.usher, show)
  await appointAdmin(server, viewers.admin)
  return viewers
}

interface Tickets {
  readonly tickets: { readonly id: string; readonly code: string; readonly pdfUrl: string }[]
  readonly ticketsPdfUrl: string
}

async function readTickets(client: Client, id: string): Promise<Tickets> {
  const query = 'query ($id: ID!) { booking(id: $id) { ticketsPdfUrl tickets { id code pdfUrl } } }'
  return (await client.query(query, { id })).booking
}

/** What an id, or a text that names something, is of. */
export type Kind = keyof Story['owned'] | 'seat' | 'key'

/** Something that is the owner's, and the same that nobody has: the two have to be alike to others. */
export async function pairOf(
  kind: Kind,
  story: Story,
  operation: string,
): Promise<{ theirs: string; nobodys: string }> {
  const { owned, show, server } = story
  switch (kind) {
    case 'key':
      return { theirs: ownersKey(operation), nobodys: randomUUID() }
    case 'seat':
      return { theirs: show.seatIds[0]!, nobodys: toGlobalId('ShowSeat', `${show.key}.999999`) }
    case 'offer':
      return { theirs: owned.offer, nobodys: randomUUID() }
    case 'cursor':
      return { theirs: owned.cursor, nobodys: cursorOfNobody(owned.cursor) }
    case 'code': {
      const claims = { jti: randomUUID(), show: show.id, seat: 'A3', start: 1, exp: 2 }
      return { theirs: owned.code, nobodys: await server.services.ticketKeys.sign(claims) }
    }
    default: {
      const [type] = Buffer.from(owned[kind], 'base64url').toString().split(':')
      return { theirs: owned[kind], nobodys: toGlobalId(type!, randomUUID()) }
    }
  }
}

/** The same moment, and a booking that does not exist. */
function cursorOfNobody(cursor: string): string {
  const [time] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  return Buffer.from(JSON.stringify([time, randomUUID()])).toString('base64url')
}
