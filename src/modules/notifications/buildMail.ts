import { createTransport } from 'nodemailer'
import type { Mail } from './delivery.js'

/** A mail as it goes over the wire. */
export interface BuiltMail {
  readonly envelope: { readonly from: string; readonly to: string[] }
  readonly raw: Buffer
}

/** A mail as MIME, from the sender `from` (an address, or `Name <address>`). The address it goes to is taken as one, whatever is in it. */
export async function buildMail(from: string, { id, to, subject, html, text, attachments }: Mail): Promise<BuiltMail> {
  const builder = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { envelope, message } = await builder.sendMail({
    from,
    to: { name: '', address: to },
    subject,
    html,
    text,
    attachments: [...attachments],
    messageId: `<${id}@${domainOf(from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { envelope: { from: envelope.from || '', to: envelope.to }, raw: message as Buffer }
}

function domainOf(address: string): string {
  return /@([^\s<>@]+)>?$/.exec(address)?.[1] ?? 'localhost'
}
