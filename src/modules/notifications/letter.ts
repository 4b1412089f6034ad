import { type Facts, oneLine, tellAmount, tellReference, tellStart, tellStartShortly } from './facts.js'
import type { NotificationEvent } from './store.js'

/** What a notification says, whatever it looks like. All of it is on one line each, and nothing of it is HTML. */
export interface Letter {
  readonly subject: string
  readonly heading: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  /** What is to be copied, such as the code of a transfer. */
  readonly code: string | null
  readonly details: readonly { readonly label: string; readonly value: string }[]
  /** Why the person gets it. */
  readonly reason: string
  /** All of it in the few characters that an SMS has. */
  readonly short: string
}

type Words = Pick<Letter, 'subject' | 'heading' | 'paragraphs'>

const WORDS: Readonly<Record<NotificationEvent, (facts: Facts) => Words>> = {
  BOOKING_CONFIRMED: ({ movie }) => ({
    subject: `Your tickets for ${movie}`,
    heading: 'Your seats are booked',
    paragraphs: ['Show your tickets at the door, on your phone or on paper. Enjoy the show!'],
  }),
  BOOKING_CHANGED: ({ movie }) => ({
    subject: `Your booking has changed: ${movie}`,
    heading: 'Your booking has changed',
    paragraphs: ['This is what you have now. Earlier tickets of this booking are no longer valid.'],
  }),
  BOOKING_CANCELLED: (facts) => ({
    subject: `Cancelled: ${facts.movie}`,
    heading: facts.data.isShowCancelled === true ? 'The show is cancelled' : 'Your seats are cancelled',
    paragraphs: [...tellMoney(facts), 'The tickets of these seats are no longer valid.'],
  }),
  HOLD_EXPIRED: ({ movie }) => ({
    subject: `Your seats are no longer held: ${movie}`,
    heading: 'Your seats are no longer held',
    paragraphs: [
      'They were not paid in time, and others can take them now. Nothing was charged: you can hold seats again.',
    ],
  }),
  SEATS_LOST: ({ movie }) => ({
    subject: `Your seats could not be booked: ${movie}`,
    heading: 'Your seats could not be booked',
    paragraphs: [
      'Your payment came when the seats were no longer held, and somebody else has them. We are sorry.',
      'You get all of your money back. There is nothing that you have to do.',
    ],
  }),
  REFUND_PAID: ({ movie, refund, currency }) => ({
    subject: `Your refund of ${tellAmount(refund, currency)}: ${movie}`,
    heading: `${tellAmount(refund, currency)} is on its way to you`,
    paragraphs: ['It goes back to the way you paid. Banks take some days to show it.'],
  }),
  REFUND_FAILED: ({ movie, refund, currency }) => ({
    subject: `Your refund is delayed: ${movie}`,
    heading: 'Your refund is delayed',
    paragraphs: [
      `Your bank has not taken ${tellAmount(refund, currency)} that we owe you. We know of it and see to it by hand.`,
    ],
  }),
  TRANSFER_OFFERED: ({ movie, data }) => ({
    subject: `Tickets for you: ${movie}`,
    heading: `${oneLine(data.from ?? '') || 'Somebody'} has tickets for you`,
    paragraphs: ['They are yours when you sign in and accept them with the code below. Give it to nobody else.'],
  }),
  TRANSFER_ACCEPTED: ({ movie }) => ({
    subject: `Your tickets have changed hands: ${movie}`,
    heading: 'Your tickets have changed hands',
    paragraphs: ['The transfer is accepted. The tickets that were valid before it are no longer.'],
  }),
}

/** What becomes of the money for seats that are cancelled. */
function tellMoney({ refund, currency, data: { isUncollected = false, isShowCancelled = false } }: Facts): string[] {
  const back = `${tellAmount(refund, currency)} will go back to the way it was paid. Banks take some days for it.`
  const why = isUncollected
    ? ['A payment for them was refused in the end, after it was approved: it is not charged.']
    : []
  if (refund > 0) return [...why, back]
  return isUncollected || isShowCancelled ? why : ['Nothing goes back to you, by the terms of this theater.']
}

/** The events that end what was booked or held: the price is no longer of interest. */
const WITHOUT_TOTAL = new Set<NotificationEvent>(['HOLD_EXPIRED', 'TRANSFER_OFFERED', 'TRANSFER_ACCEPTED'])

/** Says what a notification is about. */
export function writeLetter(unclean: Facts): Letter {
  const facts = clean(unclean)
  const words = WORDS[facts.event](facts)
  const details = listDetails(facts)
  return {
    ...words,
    greeting: facts.name === null ? 'Hello,' : `Hello ${facts.name},`,
    code: facts.data.code ?? null,
    details,
    reason: 'You get this mail because of a booking with Marquee.',
    short: writeShortly(words, facts),
  }
}

function listDetails(facts: Facts): Letter['details'] {
  const { event, movie, theater, address, screen, seats, total, currency } = facts
  return [
    { label: 'Movie', value: movie },
    { label: 'When', value: tellStart(facts) },
    { label: 'Where', value: `${theater}, ${address}` },
    { label: 'Screen', value: screen },
    { label: seats.length === 1 ? 'Seat' : 'Seats', value: seats.join(', ') },
    ...(WITHOUT_TOTAL.has(event) ? [] : [{ label: 'Total', value: tellAmount(total, currency) }]),
    { label: 'Booking', value: tellReference(facts) },
  ]
}

function writeShortly({ heading }: Words, facts: Facts): string {
  const { movie, theater, screen, seats, data } = facts
  const what = `${heading}: ${movie}, ${tellStartShortly(facts)}, ${theater}, screen ${screen}, ${seats.join(' ')}.`
  return `${what} ${data.code === undefined ? '' : `Code ${data.code}. `}Booking ${tellReference(facts)}`
}

function clean(facts: Facts): Facts {
  const { movie, theater, address, screen, name } = facts
  return {
    ...facts,
    movie: oneLine(movie),
    theater: oneLine(theater),
    address: oneLine(address),
    screen: oneLine(screen),
    name: name === null ? null : oneLine(name),
  }
}
