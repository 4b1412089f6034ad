import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect } from 'vitest'
import { fromGlobalId } from '../../../src/lib/globalId.js'
import { accountKeyOf, appointAdmin } from '../../kit/appoint.js'
import type { Client, Variables } from '../../kit/client.js'
import { confirmBooking, holdSeats } from '../../kit/operations.js'
import { type ReceivedRequest, Receiver } from '../../kit/receiver.js'
import type { SeededShow, ShowOptions } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

/** A server with an administrator, a partner, and the partner's own server. */
export interface PartnersDesk {
  readonly server: TestServer
  readonly admin: Client
  readonly receiver: Receiver
  readonly partnerId: string
  /** Runs a mutation by its name, and gives its answer with all that its types have. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  act(name: keyof typeof MUTATIONS, input: Variables): Promise<any>
  /** Another partner. */
  addPartner(): Promise<string>
  /** A client whose account is that of a partner. */
  signInPartner(partnerId?: string): Promise<Client>
  /** A new endpoint at the partner's server. */
  addEndpoint(input?: Variables): Promise<{ id: string; secret: string }>
  close(): Promise<void>
}

const ENDPOINT = 'endpoint { id url eventTypes createdAt disabledAt previousSecretUntil }'
const MUTATIONS = {
  createWebhookEndpoint: `... on CreateWebhookEndpointSuccess { secret ${ENDPOINT} }
    ... on InvalidWebhookEndpointError { field } ... on WebhookEndpointLimitError { limit }`,
  updateWebhookEndpoint: `... on UpdateWebhookEndpointSuccess { ${ENDPOINT} } ... on InvalidWebhookEndpointError { field }`,
  rotateWebhookSecret: `... on RotateWebhookSecretSuccess { secret ${ENDPOINT} }`,
  replayWebhookEvents: `... on ReplayWebhookEventsSuccess { replayedCount ${ENDPOINT} } ... on WebhookReplayLimitError { limit }`,
}

export const ALL_TYPES = [
  'BOOKING_CONFIRMED',
  'BOOKING_CANCELLED',
  'BOOKING_REFUNDED',
  'SHOW_CANCELLED',
  'ALLOCATION_RETURNED',
]

/** The text of a mutation with its answer. */
export function mutation(name: keyof typeof MUTATIONS): string {
  const input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  return `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on UserError { message } ${MUTATIONS[name]} } }`
}

/** Opens it where 127.0.0.1 may be called by plain HTTP, and nothing else that is inside. */
export async function openPartnersDesk({ workJobs = true } = {}): Promise<PartnersDesk> {
  const receiver = await Receiver.start()
  // The clock jumps by months, and the administrator stays signed in.
  const session = { accessTokenTtlSeconds: 31_536_000, sessionTtlSeconds: 31_536_000 }
  const config = { ...session, webhookAllowHttp: true, webhookAllowNetworks: ['127.0.0.1/32'], workJobs }
  const server = await startServer({ config })
  const admin = await server.signInAsGuest()
  await appointAdmin(server, admin)
  const act: PartnersDesk['act'] = async (name, input) => (await admin.query(mutation(name), { input }))[name]
  const addPartner = async () => {
    const { createPartner } = await admin.query(
      'mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { ... on CreatePartnerSuccess { partner { id } } } }',
      { input: { name: randomUUID() } },
    )
    return createPartner.partner.id
  }
  const partnerId = await addPartner()
  return {
    server,
    admin,
    receiver,
    partnerId,
    act,
    addPartner,
    async signInPartner(id = partnerId) {
      const client = await server.signInAsGuest()
      const values = [await accountKeyOf(client), keyOf(id)]
      await server.seed.sql('UPDATE partner SET account_id = $1 WHERE id = $2', values)
      return client
    },
    async addEndpoint(input = {}) {
      const given = { partnerId, url: receiver.url, eventTypes: ALL_TYPES, ...input }
      const { endpoint, secret } = await act('createWebhookEndpoint', given)
      return { id: endpoint.id, secret }
    },
    async close() {
      await server.close()
      await receiver.stop()
    },
  }
}

/** Buys seats of a new show on the account of the partner. */
export async function buyAsPartner(
  desk: PartnersDesk,
  options: ShowOptions = {},
  partnerId = desk.partnerId,
): Promise<Purchase> {
  const client = await desk.signInPartner(partnerId)
  const show = await desk.server.seed.show(options)
  const { booking } = await holdSeats(client, show)
  const confirmed = await confirmBooking(client, booking.id)
  if (confirmed.booking?.status !== 'CONFIRMED') throw new Error('not confirmed')
  return { client, show, bookingId: booking.id }
}

interface Purchase {
  readonly client: Client
  readonly show: SeededShow
  readonly bookingId: string
}

/** What a request tells, where the secret has signed it: as a partner would read it. */
// biome-ignore lint/suspicious/noExplicitAny: what was sent is what it gets
export function verify(secret: string, { headers, body }: ReceivedRequest): any {
  return new Webhook(secret).verify(body, headers as Record<string, string>)
}

/** What the log has of the deliveries to an endpoint, the latest first. */
export async function listDeliveries({ admin }: Pick<PartnersDesk, 'admin'>, endpointId: string) {
  const { node } = await admin.query(
    `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { disabledAt deliveries { nodes {
      id eventId eventType occurredAt body status nextAttemptAt attemptCount
      attempts { number at durationMs statusCode excerpt error } } } } } }`,
    { id: endpointId },
  )
  return node.deliveries.nodes
}

/** Waits until the deliveries to an endpoint stand like this, the latest first. */
export async function expectDeliveries(desk: PartnersDesk, endpointId: string, expected: string[]): Promise<void> {
  const look = async () =>
    (await listDeliveries(desk, endpointId)).map(
      ({ eventType, status, attemptCount }: Record<string, unknown>) => `${eventType} ${status} ${attemptCount}`,
    )
  await expect.poll(look, { timeout: 20_000, interval: 50 }).toEqual(expected)
}

/** Has the jobs run now that wait for their time. */
export async function hurryJobs({ seed }: TestServer): Promise<void> {
  await seed.sql(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL`)
  await seed.sql(`SELECT pg_notify('jobs:insert', '{"r":1,"count":1}')`)
}

/** The key of a global id. */
export function keyOf(id: string): string {
  return fromGlobalId(id)!.key
}
