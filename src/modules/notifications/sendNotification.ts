import { z } from 'zod'
import type { Services } from '../../context.js'
import { enqueueJob } from '../../lib/jobs/index.js'
import { renderTicketsPdf } from '../tickets/index.js'
import { type Attachment, buildMail } from './buildMail.js'
import type { Delivery } from './delivery.js'
import type { Facts } from './facts.js'
import { toHtml, toText } from './layout.js'
import { writeLetter } from './letter.js'
import { SEND_NOTIFICATION } from './notify.js'
import { pauseAfter } from './pauseAfter.js'
import { claimNotification, endNotification, findFacts, type Postponement, postponeNotification } from './store.js'

const payloadOf = z.object({ notificationId: z.uuid() })

const WITH_TICKETS = new Set(['BOOKING_CONFIRMED', 'BOOKING_CHANGED'])
const HAS_TICKETS = new Set(['CONFIRMED', 'COMPLETED'])

/**
 * Sends one notification, at most once: it is claimed before it leaves, and what was claimed is tried again only where the
 * provider surely has not taken it. Where this process dies in between, sendMissingNotifications notes that nobody knows.
 */
export async function sendNotification(payload: unknown, services: Services): Promise<void> {
  const { notificationId } = payloadOf.parse(payload)
  const facts = await findFacts(services.db, notificationId)
  if (facts === null || facts.deliveryStatus !== 'PENDING') return
  let send: () => Promise<Delivery>
  try {
    send = await prepare(services, facts)
  } catch (err) {
    services.log.error({ err, notificationId }, 'a notification could not be written: it will be tried again')
    return postpone(services, facts, { status: 'PENDING', reason: String(err) })
  }
  if (!(await claimNotification(services.db, facts.id))) return
  const delivery = await send().catch((error: unknown): Delivery => ({ kind: 'unknown', reason: String(error) }))
  await settle(services, facts, delivery)
}

/** Writes it all before anything is claimed: what fails here has surely not been sent. */
async function prepare(services: Services, facts: Facts): Promise<() => Promise<Delivery>> {
  const { id, channel, recipient: to } = facts
  const { mailer, textSender } = services.channels
  const letter = writeLetter(facts)
  if (channel === 'SMS') return () => textSender.send({ id, to, text: letter.short })
  const attachments = await attach(services, facts)
  const content = { subject: letter.subject, html: toHtml(letter), text: toText(letter), attachments }
  const mail = await buildMail({ id, from: services.config.mailFrom, to, ...content })
  return () => mailer.send(mail)
}

/** The tickets as they stand now. Whoever has transferred the booking before its mail was sent gets none: they are another one's. */
async function attach(services: Services, facts: Facts): Promise<Attachment[]> {
  const { event, bookingId, bookingStatus, isOfOwner } = facts
  if (!WITH_TICKETS.has(event) || !HAS_TICKETS.has(bookingStatus) || !isOfOwner) return []
  const content = await renderTicketsPdf(services, bookingId)
  return [{ filename: 'tickets.pdf', contentType: 'application/pdf', content }]
}

async function settle(services: Services, facts: Facts, delivery: Delivery): Promise<void> {
  const { db, log } = services
  if (delivery.kind === 'sent') return endNotification(db, facts.id, { status: 'SENT', reason: null })
  const { kind, reason } = delivery
  log.warn({ notificationId: facts.id, event: facts.event, reason }, `a notification was not sent: ${kind}`)
  if (kind === 'refused') return endNotification(db, facts.id, { status: 'FAILED', reason })
  if (kind === 'unknown') return endNotification(db, facts.id, { status: 'UNKNOWN', reason })
  await postpone(services, facts, { status: 'SENDING', reason })
}

/** Where this process dies after the first of the two steps, sendMissingNotifications does the second. */
async function postpone({ db }: Services, { id, attempts }: Facts, why: Omit<Postponement, 'seconds'>): Promise<void> {
  const runAt = await postponeNotification(db, id, { ...why, seconds: pauseAfter(attempts) })
  if (runAt === null) return
  await enqueueJob(db.prisma, { task: SEND_NOTIFICATION, payload: { notificationId: id }, runAt })
}
