import { randomUUID } from 'node:crypto'
import type { Services } from '../../context.js'
import { readTime } from '../../lib/db/index.js'
import {
  type AccountMailRequest,
  accountMailRequest,
  enqueueAccountMail,
  type IssuedEmailToken,
  issueEmailToken,
  lifetimeOf,
  withdrawEmailToken,
} from '../accounts/index.js'
import { writeAccountLetter } from './accountLetter.js'
import { buildMail } from './buildMail.js'
import type { Delivery } from './delivery.js'
import { toHtml, toText } from './layout.js'
import { pauseAfter } from './pauseAfter.js'

/**
 * Mails somebody what proves that an address is theirs. Unlike a notification it may be sent twice, where this process dies after the
 * first: each mail brings a code of its own, which is made here, so that nobody can read it in a job.
 */
export async function sendAccountMail(payload: unknown, services: Services): Promise<void> {
  const request = accountMailRequest.parse(payload)
  if (isTooLate(request, services.clock.now())) return
  const issued = await issueEmailToken(services, request.recipient)
  if (issued === null) return
  const delivery = await deliver(services, request, issued)
  if (delivery.kind === 'sent') return
  const { kind, reason } = delivery
  services.log.warn({ purpose: request.recipient.purpose, reason }, `a mail about an account was not sent: ${kind}`)
  if (kind === 'deferred' || kind === 'away') await postpone(services, request, issued)
}

/** Who has waited as long as a code lasts has asked again, or wants none any more. */
function isTooLate({ recipient, askedAt }: AccountMailRequest, now: Date): boolean {
  return now.getTime() - askedAt.getTime() > lifetimeOf(recipient)
}

async function deliver(
  { channels, config }: Services,
  { recipient }: AccountMailRequest,
  issued: IssuedEmailToken,
): Promise<Delivery> {
  const letter = writeAccountLetter(recipient, issued)
  const content = { subject: letter.subject, html: toHtml(letter), text: toText(letter), attachments: [] }
  return channels.mailer.send(
    await buildMail({ id: randomUUID(), from: config.mailFrom, to: issued.email, ...content }),
  )
}

/** Surely nobody has got the code. */
async function postpone({ db }: Services, request: AccountMailRequest, { token }: IssuedEmailToken) {
  await withdrawEmailToken(db, token)
  const attempts = request.attempts + 1
  const now = await readTime(db)
  const runAt = new Date(now.getTime() + pauseAfter(attempts) * 1_000)
  await enqueueAccountMail(db.prisma, { ...request, attempts }, runAt)
}
