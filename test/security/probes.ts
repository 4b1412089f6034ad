import { randomUUID } from 'node:crypto'
import type { Variables } from '../kit/client.js'
import { type Kind, ownersKey, type Story, VIEWERS, type ViewerName } from './story.js'

/** How something that is not one's own is asked for by one of the paths of the schema. */
export interface Probe {
  readonly kinds: readonly Kind[]
  readonly ask: (id: string, story: Story) => { query: string; variables: Variables }
  /** What everybody who is signed in gets. */
  readonly nothing: object
  readonly viewers: readonly ViewerName[]
}

const BOOKINGS = ['hold', 'booking', 'waiting'] as const
const NODES = [...BOOKINGS, 'payment', 'ticket', 'account'] as const
const NO_BOOKING = { __typename: 'NotFoundError', message: 'You have no such booking.' }
const NOT_ITS_SEATS = { __typename: 'NotFoundError', message: 'Not all of these are seats of the booking.' }

const PAYMENT = { method: 'CARD', token: 'pm_card_visa' }

/** The inputs of the owner's requests. Those that would change what the story needs are such that they are refused. */
const INPUTS: Readonly<Record<string, (story: Story) => Variables>> = {
  holdSeats: ({ show }) => ({ showId: show.id, seatIds: show.seatIds.slice(0, 2) }),
  extendHold: ({ owned }) => ({ bookingId: owned.booking }),
  releaseSeats: ({ owned }) => ({ bookingId: owned.booking }),
  swapSeats: ({ owned, show }) => ({
    bookingId: owned.booking,
    releaseSeatIds: [show.seatIds[2]],
    takeSeatIds: [show.seatIds[7]],
  }),
  confirmBooking: ({ owned }) => ({ bookingId: owned.booking, payment: PAYMENT }),
  cancelBooking: ({ owned }) => ({ bookingId: owned.hold }),
  exchangeBooking: ({ owned, show }) => ({ bookingId: owned.hold, seatIds: [show.seatIds[7]], payment: PAYMENT }),
  transferBooking: ({ owned }) => ({ bookingId: owned.booking, email: 'friend@example.org' }),
  acceptTransfer: ({ owned }) => ({ code: owned.offer }),
  withdrawTransfer: ({ owned }) => ({ bookingId: owned.hold }),
}

/** The owner's requests under the owner's keys, as they are sent again. */
export function ownersRequests(story: Story): { query: string; variables: Variables }[] {
  return Object.keys(INPUTS).map((name) => mutate(name, { ...INPUTS[name]!(story), idempotencyKey: ownersKey(name) }))
}

function mutate(name: string, input: Variables) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`
  const query = `mutation ($input: ${type}) { result: ${name}(input: $input) { __typename ... on UserError { message } } }`
  return { query, variables: { input } }
}

const ANYBODY = { viewers: VIEWERS }

/** A booking in the input of a mutation. */
function byBooking(name: string): Probe {
  return {
    ...ANYBODY,
    kinds: BOOKINGS,
    ask: (bookingId, story) => mutate(name, { ...INPUTS[name]!(story), bookingId, idempotencyKey: randomUUID() }),
    nothing: { result: NO_BOOKING },
  }
}

/** The key of somebody else's request, with the very input of that request. */
function byKey(name: string, nothing: object = NO_BOOKING): Probe {
  return {
    ...ANYBODY,
    kinds: ['key'],
    ask: (idempotencyKey, story) => mutate(name, { ...INPUTS[name]!(story), idempotencyKey }),
    nothing: { result: nothing },
  }
}

/** A seat of somebody else's booking, as if it were of one's own. */
function bySeat(
  name: string,
  input: (seatId: string, story: Story) => Variables,
  message = NOT_ITS_SEATS.message,
): Probe {
  return {
    viewers: ['customer'],
    kinds: ['seat'],
    ask: (seatId, story) => mutate(name, { ...input(seatId, story), idempotencyKey: randomUUID() }),
    nothing: { result: { ...NOT_ITS_SEATS, message } },
  }
}

const quote = (variables: Variables) => ({
  query: `query ($bookingId: ID!, $seatIds: [ID!]) { result: cancellationQuote(bookingId: $bookingId, seatIds: $seatIds) {
    __typename ... on UserError { message } } }`,
  variables,
})

const TAKEN = {
  __typename: 'SeatsUnavailableError',
  message: '2 of the seats are taken. None of them is yours: choose others.',
}
const NO_OFFER = {
  __typename: 'NotFoundError',
  message: 'There is no offer with this code: it was accepted or taken back, or never made.',
}

/** The paths by which what belongs to somebody could be reached. */
export const PROBES: Readonly<Record<string, Probe>> = {
  'Query.node(id)': {
    ...ANYBODY,
    kinds: NODES,
    ask: (id) => ({ query: 'query ($id: ID!) { node(id: $id) { __typename id } }', variables: { id } }),
    nothing: { node: null },
  },
  'Query.nodes(ids)': {
    ...ANYBODY,
    kinds: NODES,
    ask: (id, { show }) => ({
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
      variables: { ids: [id, show.id, id] },
    }),
    nothing: { nodes: [null, { __typename: 'Show' }, null] },
  },
  'Query.booking(id)': {
    ...ANYBODY,
    kinds: NODES,
    ask: (id) => ({ query: 'query ($id: ID!) { booking(id: $id) { id } }', variables: { id } }),
    nothing: { booking: null },
  },
  'Query.cancellationQuote(bookingId)': {
    ...ANYBODY,
    kinds: BOOKINGS,
    ask: (bookingId) => quote({ bookingId }),
    nothing: { result: NO_BOOKING },
  },
  'Query.cancellationQuote(seatIds)': {
    viewers: ['customer'],
    kinds: ['seat'],
    ask: (seatId, { own }) => quote({ bookingId: own.booking, seatIds: [seatId] }),
    nothing: { result: NOT_ITS_SEATS },
  },
  'Account.bookings(after)': {
    viewers: ['elsewhere', 'usher', 'admin'],
    kinds: ['cursor'],
    ask: (after) => ({
      query: 'query ($after: String) { viewer { bookings(after: $after) { nodes { id } } } }',
      variables: { after },
    }),
    nothing: { viewer: { bookings: { nodes: [] } } },
  },
  'Mutation.checkInTicket(input.code)': {
    // The staff of the theater has to know, and admins.
    viewers: ['stranger', 'customer', 'former', 'elsewhere'],
    kinds: ['code'],
    ask: (code) => mutate('checkInTicket', { code }),
    nothing: { errors: ['FORBIDDEN'] },
  },
  'Mutation.acceptTransfer(input.code)': {
    ...ANYBODY,
    kinds: ['offer'],
    ask: (code) => mutate('acceptTransfer', { code, idempotencyKey: randomUUID() }),
    nothing: { result: NO_OFFER },
  },
  'Mutation.extendHold(input.bookingId)': byBooking('extendHold'),
  'Mutation.releaseSeats(input.bookingId)': byBooking('releaseSeats'),
  'Mutation.swapSeats(input.bookingId)': byBooking('swapSeats'),
  'Mutation.confirmBooking(input.bookingId)': byBooking('confirmBooking'),
  'Mutation.cancelBooking(input.bookingId)': byBooking('cancelBooking'),
  'Mutation.exchangeBooking(input.bookingId)': byBooking('exchangeBooking'),
  'Mutation.transferBooking(input.bookingId)': byBooking('transferBooking'),
  'Mutation.withdrawTransfer(input.bookingId)': byBooking('withdrawTransfer'),
  'Mutation.holdSeats(input.idempotencyKey)': byKey('holdSeats', TAKEN),
  'Mutation.extendHold(input.idempotencyKey)': byKey('extendHold'),
  'Mutation.releaseSeats(input.idempotencyKey)': byKey('releaseSeats'),
  'Mutation.swapSeats(input.idempotencyKey)': byKey('swapSeats'),
  'Mutation.confirmBooking(input.idempotencyKey)': byKey('confirmBooking'),
  'Mutation.cancelBooking(input.idempotencyKey)': byKey('cancelBooking'),
  'Mutation.exchangeBooking(input.idempotencyKey)': byKey('exchangeBooking'),
  'Mutation.transferBooking(input.idempotencyKey)': byKey('transferBooking'),
  'Mutation.acceptTransfer(input.idempotencyKey)': byKey('acceptTransfer', NO_OFFER),
  'Mutation.withdrawTransfer(input.idempotencyKey)': byKey('withdrawTransfer'),
  'Mutation.releaseSeats(input.seatIds)': bySeat('releaseSeats', (seatId, { own }) => ({
    bookingId: own.hold,
    seatIds: [seatId],
  })),
  'Mutation.cancelBooking(input.seatIds)': bySeat('cancelBooking', (seatId, { own }) => ({
    bookingId: own.booking,
    seatIds: [seatId],
  })),
  'Mutation.swapSeats(input.releaseSeatIds)': bySeat(
    'swapSeats',
    (seatId, { own, show }) => ({ bookingId: own.hold, releaseSeatIds: [seatId], takeSeatIds: [show.seatIds[7]] }),
    'Not all of the seats to release are seats of the booking.',
  ),
}

/** The paths by which only what everybody may see is named: the programme, and the seats of shows with their states. */
export const OPEN_PATHS: readonly string[] = [
  'Movie.shows(after)',
  'Movie.shows(filter.movieId)',
  'Movie.shows(filter.theaterId)',
  'Theater.shows(after)',
  'Theater.shows(filter.movieId)',
  'Theater.shows(filter.theaterId)',
  'Query.movie(id)',
  'Query.movies(after)',
  'Query.show(id)',
  'Query.shows(after)',
  'Query.shows(filter.movieId)',
  'Query.shows(filter.theaterId)',
  'Query.theater(id)',
  'Query.theaters(after)',
  'Query.seatLayout(showId)',
  'Query.seatMap(showId)',
  'Subscription.seatMapChanged(after)',
  'Subscription.seatMapChanged(showId)',
  'Mutation.checkInTicket(input.showId)',
  'Mutation.exchangeBooking(input.seatIds)',
  'Mutation.exchangeBooking(input.showId)',
  'Mutation.holdSeats(input.seatIds)',
  'Mutation.holdSeats(input.showId)',
  'Mutation.swapSeats(input.takeSeatIds)',
  // The names that the payment provider has for cards.
  'Mutation.confirmBooking(input.payment.token)',
  'Mutation.exchangeBooking(input.payment.token)',
  // What has happened to a seat: FORBIDDEN for all but the staff of its theater, which may see all of it.
  'Query.seatHistory(after)',
  'Query.seatHistory(seatId)',
  // Secrets, by which somebody is known: who has one is the one whom it was given.
  'Mutation.refreshSession(input.refreshToken)',
  'Mutation.resetPassword(input.token)',
  'Mutation.verifyEmail(input.token)',
  // What is shown for a solved captcha.
  'Mutation.holdSeats(input.captchaToken)',
  'Mutation.signIn(input.captchaToken)',
  'Mutation.signUp(input.captchaToken)',
  // A waiting room is that of a show. An admission of another one admits nobody: test/modules/waitingroom/holdSeats.test.ts
  'Mutation.closeWaitingRoom(input.showId)',
  'Mutation.exchangeBooking(input.admissionToken)',
  'Mutation.holdSeats(input.admissionToken)',
  'Mutation.joinWaitingRoom(input.showId)',
  'Mutation.openWaitingRoom(input.showId)',
  'Mutation.paceWaitingRoom(input.showId)',
  'Query.waitingRoom(showId)',
  'Subscription.waitingRoomChanged(showId)',
  // Partners: FORBIDDEN for all but admins, who may see all of them.
  'Mutation.createPartnerKey(input.partnerId)',
  'Mutation.registerOperations(input.partnerId)',
  'Mutation.removeOperations(input.partnerId)',
  'Mutation.revokePartnerKey(input.keyId)',
  'Mutation.rotatePartnerKey(input.keyId)',
  'Mutation.updatePartner(input.partnerId)',
  'Partner.keys(after)',
  'Partner.operations(after)',
  // Their webhooks as well.
  'Mutation.createWebhookEndpoint(input.partnerId)',
  'Mutation.createWebhookEndpoint(input.url)',
  'Mutation.replayWebhookEvents(input.endpointId)',
  'Mutation.rotateWebhookSecret(input.endpointId)',
  'Mutation.updateWebhookEndpoint(input.endpointId)',
  'Mutation.updateWebhookEndpoint(input.url)',
  'WebhookEndpoint.deliveries(after)',
  'Query.partner(id)',
  'Query.partners(after)',
  // A show is cancelled by the staff of its theater: test/modules/bookings/cancelShow.test.ts
  'Mutation.cancelShow(input.showId)',
  // Allocations are for the staff of a theater and their partner: test/modules/bookings/allocations/
  'Mutation.allocateSeats(input.idempotencyKey)',
  'Mutation.allocateSeats(input.partnerId)',
  'Mutation.allocateSeats(input.seatIds)',
  'Mutation.allocateSeats(input.showId)',
  'Mutation.releaseAllocation(input.allocationId)',
  'Show.allocations(after)',
]
