import type { Payment, PaymentStatus, Prisma, Refund } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import {
  OPEN_STATUSES,
  PAYMENT_TRANSITIONS,
  type PaymentWithRefunds,
  REFUND_TRANSITIONS,
  statusesBefore,
} from './payment.js'

export type {
  Payment,
  PaymentMethod,
  PaymentPurpose,
  PaymentStatus,
  Refund,
  RefundStatus,
} from '../../generated/prisma/client.js'

/** A refund with the currency of its payment. */
export type PublicRefund = Refund & { readonly currency: string }

export type NewPayment = Prisma.PaymentUncheckedCreateInput

type Client = Transaction | Database['prisma']

export async function insertPayment(tx: Transaction, payment: NewPayment): Promise<Payment> {
  return tx.payment.create({ data: payment })
}

export async function findPayment(client: Client, id: string): Promise<Payment | null> {
  return client.payment.findUnique({ where: { id } })
}

export async function getPayment(db: Database, id: string): Promise<Payment> {
  return db.prisma.payment.findUniqueOrThrow({ where: { id } })
}

type Move = Prisma.PaymentUncheckedUpdateManyInput & { status: PaymentStatus; updatedAt: Date }

/** Moves a payment on to a status that its own leads to. False, and nothing is written, where it does not. */
export async function movePayment(client: Client, id: string, data: Move): Promise<boolean> {
  return movePaymentFrom(client, { id }, data)
}

/** The same for a payment that nothing is confirmed for yet. */
export async function moveOpenPayment(client: Client, id: string, data: Move): Promise<boolean> {
  return movePaymentFrom(client, { id, AND: { status: { in: [...OPEN_STATUSES] } } }, data)
}

/** The same for a payment that is still as it was read. */
export async function moveSeenPayment(
  client: Client,
  { id, status, reference }: Payment,
  data: Move,
): Promise<boolean> {
  return movePaymentFrom(client, { id, reference, AND: { status } }, data)
}

async function movePaymentFrom(client: Client, which: Prisma.PaymentWhereInput, data: Move): Promise<boolean> {
  const from = statusesBefore(PAYMENT_TRANSITIONS, data.status)
  const { count } = await client.payment.updateMany({ where: { ...which, status: { in: from } }, data })
  return count === 1
}

/** Notes that the provider is asked to reserve a payment now. False where it is past that. */
export async function noteAsked({ prisma }: Database, id: string, askedAt: Date): Promise<boolean> {
  const { count } = await prisma.payment.updateMany({ where: { id, status: 'INITIATED' }, data: { askedAt } })
  return count === 1
}

/** Notes the provider's name of a payment that was given up before it was known: there is something to let go of after all. */
export async function noteReference(
  client: Client,
  id: string,
  { reference, updatedAt }: { readonly reference: string; readonly updatedAt: Date },
): Promise<void> {
  await client.payment.updateMany({
    where: { id, status: { in: ['VOIDING', 'VOIDED'] } },
    data: { status: 'VOIDING', reference, updatedAt },
  })
}

/** Notes that somebody works on a payment. */
export async function touchPayment(db: Database, id: string, updatedAt: Date): Promise<void> {
  await db.prisma.payment.updateMany({ where: { id }, data: { updatedAt } })
}

/** All payments of a booking, the oldest first. */
export async function listPaymentsOf(client: Client, bookingId: string): Promise<PaymentWithRefunds[]> {
  return client.payment.findMany({
    where: { bookingId },
    include: { refunds: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** All payments of these bookings, the oldest first. */
export async function listPayments(db: Database, bookingIds: readonly string[]): Promise<PaymentWithRefunds[]> {
  return db.prisma.payment.findMany({
    where: { bookingId: { in: [...bookingIds] } },
    include: { refunds: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** A payment that this account has made, by its own id. */
export async function findPaymentOf(db: Database, accountId: string, id: string): Promise<PaymentWithRefunds | null> {
  return db.prisma.payment.findFirst({ where: { id, accountId }, include: { refunds: true } })
}

/** A refund of a payment that this account has made, by its own id. */
export async function findRefundOf(db: Database, accountId: string, id: string): Promise<PublicRefund | null> {
  const found = await db.prisma.refund.findFirst({
    where: { id, payment: { accountId } },
    include: { payment: { select: { currency: true } } },
  })
  return found && { ...found, currency: found.payment.currency }
}

// What nobody has moved on for a while; sooner what waits for nobody: what was decided, what a hold that is over was for, and what
// is reserved and covers its booking.
const LIST_UNFINISHED = statement(
  'payments.listUnfinished',
  `SELECT payment.id FROM payment JOIN booking ON booking.id = payment.booking_id
   WHERE payment.status IN ('INITIATED', 'ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURING', 'VOIDING')
     AND (payment.updated_at < $1 OR payment.status IN ('CAPTURING', 'VOIDING') AND payment.updated_at < $2
       OR payment.updated_at < $2 AND payment.purpose = 'BOOKING' AND payment.status IN ('ACTION_REQUIRED', 'AUTHORIZED')
          AND (booking.expires_at <= $3 OR booking.total <= (SELECT sum(reserved.amount) FROM payment reserved
               WHERE reserved.booking_id = booking.id AND reserved.status = 'AUTHORIZED')))
   ORDER BY payment.updated_at LIMIT $4`,
)

export interface Unfinished {
  readonly now: Date
  /** Payments last moved on before this, whatever they wait for. */
  readonly stale: Date
  /** Payments last moved on before this, where nothing is left to wait for. */
  readonly idle: Date
  readonly limit: number
}

/** The ids of payments that somebody has to look after, the oldest first. */
export async function listUnfinishedPayments(db: Database, { now, stale, idle, limit }: Unfinished): Promise<string[]> {
  const rows = await db.run<{ id: string }>(LIST_UNFINISHED, [stale, idle, now, limit])
  return rows.map(({ id }) => id)
}

export async function insertRefund(tx: Transaction, refund: Prisma.RefundUncheckedCreateInput): Promise<void> {
  await tx.refund.create({ data: refund })
}

export async function getRefund(db: Database, id: string): Promise<Refund & { payment: Payment }> {
  return db.prisma.refund.findUniqueOrThrow({ where: { id }, include: { payment: true } })
}

/** Moves a refund on to a status that its own leads to. False, and nothing is written, where it does not. */
export async function moveRefund(
  client: Client,
  id: string,
  data: Prisma.RefundUncheckedUpdateManyInput & { status: Refund['status']; updatedAt: Date },
): Promise<boolean> {
  const from = statusesBefore(REFUND_TRANSITIONS, data.status)
  const { count } = await client.refund.updateMany({ where: { id, status: { in: from } }, data })
  return count === 1
}

/** Notes a try to pay a refund, and how it failed. */
export async function noteRefundAttempt(db: Database, id: string, updatedAt: Date, failure?: string): Promise<void> {
  await db.prisma.refund.updateMany({
    where: { id },
    data: { updatedAt, ...(failure === undefined ? { attempts: { increment: 1 } } : { failure }) },
  })
}

/** The ids of refunds that nobody has worked on since `before`, the oldest first. */
export async function listUnfinishedRefunds(db: Database, before: Date, limit: number): Promise<string[]> {
  const rows = await db.prisma.refund.findMany({
    where: { status: 'PENDING', updatedAt: { lt: before } },
    select: { id: true },
    orderBy: { updatedAt: 'asc' },
    take: limit,
  })
  return rows.map(({ id }) => id)
}
