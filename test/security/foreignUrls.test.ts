import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGatewayHandlers } from '../../src/transport/gatewayHandlers.js'
import { createTicketHandlers } from '../../src/transport/ticketDocuments.js'
import { keyOf, refused } from '../kit/books.js'
import { startServer } from '../kit/server.js'
import { type Story, tellStory } from './story.js'

let story: Story

beforeAll(async () => {
  story = await tellStory(await startServer({ config: { workJobs: false } }))
})
afterAll(() => story.server.close())

/** A URL as somebody would make it up who knows an id, and has tickets of his own to look at. */
interface MadeUp {
  readonly what: string
  readonly id: (story: Story) => string
  readonly path: (uuid: string, story: Story) => string
  readonly body?: string
}

const UUID_BYTES = 16

/** The token of another uuid with the seal of one's own. */
function withOwnSeal(uuid: string, ownUrl: string): string {
  const [, own] = /([\w-]+)\.pdf$/.exec(ownUrl)!
  const seal = Buffer.from(own!, 'base64url').subarray(UUID_BYTES)
  return Buffer.concat([Buffer.from(uuid.replaceAll('-', ''), 'hex'), seal]).toString('base64url')
}

const ticketUrl = (format: string): MadeUp => ({
  what: `a ticket as ${format}`,
  id: ({ owned }) => owned.ticket,
  path: (uuid, { own }) => `/tickets/${withOwnSeal(uuid, own.pdfUrl)}.${format}`,
})

const PATHS: Readonly<Record<string, readonly MadeUp[]>> = {
  '/tickets/': [
    ticketUrl('svg'),
    ticketUrl('png'),
    ticketUrl('pdf'),
    { what: 'a ticket by its id', id: ({ owned }) => owned.ticket, path: (uuid) => `/tickets/${uuid}.pdf` },
    {
      what: 'a booking as if it were a ticket',
      id: ({ owned }) => owned.booking,
      path: (uuid, { own }) => `/tickets/${withOwnSeal(uuid, own.ticketsPdfUrl)}.pdf`,
    },
  ],
  '/bookings/': [
    {
      what: 'the tickets of a booking',
      id: ({ owned }) => owned.booking,
      path: (uuid, { own }) => `/bookings/${withOwnSeal(uuid, own.ticketsPdfUrl)}.pdf`,
    },
    { what: 'a booking by its id', id: ({ owned }) => owned.booking, path: (uuid) => `/bookings/${uuid}.pdf` },
  ],
  '/sandbox/actions/': [
    { what: 'a payment', id: ({ owned }) => owned.payment, path: (uuid) => `/sandbox/actions/sandbox_${uuid}` },
    {
      what: 'the approval of a payment',
      id: ({ owned }) => owned.payment,
      path: (uuid) => `/sandbox/actions/sandbox_${uuid}`,
      body: 'decision=approve',
    },
    {
      what: 'the approval of a payment by its id',
      id: ({ owned }) => owned.payment,
      path: (uuid) => `/sandbox/actions/${uuid}`,
      body: 'decision=approve',
    },
  ],
}

/** The keys that verify tickets are for everybody. */
const OPEN_PATHS = ['/.well-known/jwks.json']

describe('the table', () => {
  it('has each URL below which the server shows what belongs to somebody', () => {
    const { services } = story.server
    const served = Object.keys({ ...createTicketHandlers(services), ...createGatewayHandlers(services) })
    expect([...Object.keys(PATHS), ...OPEN_PATHS].toSorted()).toEqual(served.toSorted())
  })
})

describe("what is made up for what is one's own", () => {
  it('is found', async () => {
    const [id, { pdfUrl }] = [story.own.ticket, story.own]
    expect(await open(`/tickets/${withOwnSeal(keyOf(id), pdfUrl)}.pdf`)).toMatchObject({ status: 200 })
    const { booking, ticketsPdfUrl } = story.own
    expect(await open(`/bookings/${withOwnSeal(keyOf(booking), ticketsPdfUrl)}.pdf`)).toMatchObject({ status: 200 })
  })
})

describe("what is another's is what does not exist", () => {
  it.each(Object.values(PATHS).flat())('$what', async ({ id, path, body }) => {
    await refused(story.server, story.show, async () => {
      const theirs = await open(path(keyOf(id(story)), story), body)
      expect(theirs).toEqual(await open(path(randomUUID(), story), body))
      expect(theirs.status).toBe(404)
    })
  })
})

/** All that a URL answers. */
async function open(path: string, body?: string) {
  const response = await fetch(new URL(path, story.server.url), body === undefined ? {} : { method: 'POST', body })
  const { date: _date, ...headers } = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: await response.text() }
}
