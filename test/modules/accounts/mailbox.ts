import type { Email } from 'postal-mime'
import { expect } from 'vitest'
import { MailServer } from '../../kit/mailServer.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { POLL } from './story.js'

/** A server and what its people are mailed. */
export interface Mailbox {
  readonly server: TestServer
  readonly mailServer: MailServer
  list(email: string): Email[]
  /** The code of the mail that comes to somebody as so manyth: the first, unless told otherwise. */
  readCode(email: string, nth?: number): Promise<string>
  /** Waits until there is nothing more to be sent. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const mailServer = new MailServer()
  await mailServer.start()
  const config = { smtpUrl: mailServer.url, mailFrom: 'Marquee <tickets@example.com>' }
  const server = await startServer({ config })
  const list = (email: string) => mailServer.mails.filter(({ to }) => to?.some(({ address }) => address === email))
  return {
    server,
    mailServer,
    list,
    async readCode(email, nth = 1) {
      await expect.poll(() => list(email).length, POLL).toBeGreaterThanOrEqual(nth)
      return /^Code: ([\w-]{43})$/m.exec(list(email)[nth - 1]!.text!)![1]!
    },
    async settle() {
      await expect.poll(() => countMails(server), POLL).toBe(0)
    },
    async close() {
      await server.close()
      await mailServer.stop()
    },
  }
}

async function countMails({ seed }: TestServer): Promise<number> {
  const [{ count }] = await seed.sql(
    `SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'sendAccountMail'`,
  )
  return count
}

/** What was mailed and is still good, of an account. */
export async function listEmailTokens({ seed }: TestServer, email: string) {
  return seed.sql(
    `SELECT hash, purpose, email_token.email, expires_at - email_token.created_at = interval '1 hour' AS "isHour",
       expires_at - email_token.created_at = interval '1 day' AS "isDay"
     FROM email_token JOIN account ON account.id = account_id WHERE account.email = $1 ORDER BY email_token.created_at`,
    [email],
  )
}
