import { createTransport } from 'nodemailer'
import type { Mail } from './delivery.js'

export interface Attachment {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer
}

export interface MailContent {
  readonly id: string
  /** An address, or `Name <address>`. */
  readonly from: string
  /** One address, whatever is in it. */
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly attachments: readonly Attachment[]
}

/** A mail as MIME. */
export async function buildMail({ id, from, to, attachments, ...content }: MailContent): Promise<Mail> {
  const builder = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { envelope, message } = await builder.sendMail({
    ...content,
    from,
    to: { name: '', address: to },
    attachments: [...attachments],
    messageId: `<${id}@${domainOf(from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { id, envelope: { from: envelope.from || '', to: envelope.to }, raw: message as Buffer }
}

function domainOf(address: string): string {
  return /@([^\s<>@]+)>?$/.exec(address)?.[1] ?? 'localhost'
}
