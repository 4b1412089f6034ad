import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Delivery, Mail, Mailer } from './delivery.js'

type ConnectionOptions = NonNullable<ConstructorParameters<typeof SMTPConnection>[0]>
type Credentials = { readonly user: string; readonly pass: string }
type SmtpError = Parameters<NonNullable<Parameters<SMTPConnection['connect']>[0]>>[0]

const TIMEOUTS = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
} as const
/** What the server answers to these is about this message; what it answers to others, about everybody's. */
const ABOUT_THE_MESSAGE = /^(MAIL FROM|RCPT TO|DATA)$/
/** Authentication required (RFC 4954), which is said at MAIL FROM: all mails get it until the configuration is right. */
const UNAUTHENTICATED = 530
const MAX_REASON_LENGTH = 500

/**
 * Hands mails to an SMTP server, each on a connection of its own. It uses the connection of nodemailer instead of its transport
 * as only this tells whether a connection broke before the message was on its way, when it can be sent again, or after.
 */
export class SmtpMailer implements Mailer {
  readonly #options: ConnectionOptions
  readonly #credentials: Credentials | null

  /** By smtp://user:password@host:port, or smtps:// for TLS from the start. */
  constructor(url: string) {
    const { auth, ...options } = parseConnectionUrl(url) as ConnectionOptions & { auth?: Credentials }
    this.#options = { ...options, ...TIMEOUTS }
    this.#credentials = auth ?? null
  }

  send({ envelope, raw }: Mail): Promise<Delivery> {
    return new Promise((resolve) => {
      const message = new Message(raw)
      const connection = new SMTPConnection(this.#options)
      const end = (error?: SmtpError | null) => {
        resolve(error ? judge(error, message.isOnItsWay) : { kind: 'sent' })
        connection.close()
      }
      const send = () => connection.send(envelope, message, end)
      connection.on('error', end)
      connection.connect((error) => {
        const credentials = this.#credentials
        if (error) end(error)
        else if (credentials === null || !connection.allowsAuth) send()
        else connection.login({ credentials }, (refusal) => (refusal ? end(refusal) : send()))
      })
    })
  }
}

/** The content of a mail, which is read when the server has said that it may come, and not before. */
class Message extends Readable {
  isOnItsWay = false
  readonly #raw: Buffer

  constructor(raw: Buffer) {
    super()
    this.#raw = raw
  }

  override _read(): void {
    this.isOnItsWay = true
    this.push(this.#raw)
    this.push(null)
  }
}

/** What a failure says of the message. Only without an answer of the server it is open whether it was taken. */
function judge({ message, code, command, responseCode }: NonNullable<SmtpError>, isOnItsWay: boolean): Delivery {
  const reason = message.slice(0, MAX_REASON_LENGTH)
  if (responseCode !== undefined) {
    if (responseCode === UNAUTHENTICATED || !ABOUT_THE_MESSAGE.test(command ?? '')) return { kind: 'away', reason }
    return { kind: responseCode >= 500 ? 'refused' : 'deferred', reason }
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', reason }
  return { kind: isOnItsWay ? 'unknown' : 'away', reason }
}
