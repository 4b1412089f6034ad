import { z } from 'zod'
import type { Transaction } from '../../../lib/db/index.js'
import { enqueueJob } from '../../../lib/jobs/index.js'

/** The name of the task that mails somebody what proves that an address is theirs. */
export const SEND_ACCOUNT_MAIL = 'sendAccountMail'

const recipient = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('EMAIL_VERIFICATION'), accountId: z.uuid() }),
  // By address, and whoever asks is told nothing: that nobody has it is found out by the job.
  z.object({ purpose: z.literal('PASSWORD_RESET'), email: z.string() }),
])

/** A mail that somebody has asked for. What it will say is secret, and not made before it is sent. */
export const accountMailRequest = z.object({
  recipient,
  askedAt: z.iso.datetime().transform((time) => new Date(time)),
  /** How often it could not be handed over. */
  attempts: z.int(),
})

/** Whose address it is about. */
export type AccountMailRecipient = z.infer<typeof recipient>
export type AccountMailRequest = z.infer<typeof accountMailRequest>

/** Has a mail sent, by the transaction in which it is asked for. */
export async function askForAccountMail(tx: Transaction, recipient: AccountMailRecipient, now: Date): Promise<void> {
  await enqueueAccountMail(tx, { recipient, askedAt: now, attempts: 0 })
}

/** Has a mail sent, at once or, when it could not be handed over before, at a time. */
export async function enqueueAccountMail(tx: Transaction, request: AccountMailRequest, runAt?: Date): Promise<void> {
  const payload = { ...request, askedAt: request.askedAt.toISOString() }
  await enqueueJob(tx, { task: SEND_ACCOUNT_MAIL, payload, ...(runAt && { runAt }) })
}
