import { z } from 'zod'
import { ConfigError, urlOf, type Values } from './variables.js'

/** By what buyers are written to. */
export interface MessageConfig {
  /** Null for the outbox: files in the data folder. */
  readonly smtpUrl: string | null
  /** Whom mails are from: an address, or `Name <address>`. */
  readonly mailFrom: string
  /** Null for the outbox. */
  readonly smsGatewayUrl: string | null
  readonly smsGatewayToken: string | null
}

/** Whom mails are from that are not sent. */
const OUTBOX_SENDER = 'Marquee <tickets@marquee.invalid>'
const ADDRESS = /^([^<>@\p{Cc}]* <)?[^\s<>@]+@[^\s<>@]+>?$/u

export const messageVariables = {
  SMTP_URL: urlOf('smtp', 'smtps').describe(
    'a URL like smtp://user:password@host:587, or smtps:// for TLS from the start',
  ),
  MAIL_FROM: z
    .string()
    .regex(ADDRESS)
    .optional()
    .describe('an address, or a name and an address, like Marquee <tickets@example.org>'),
  SMS_GATEWAY_URL: urlOf('http', 'https').describe('a URL like https://sms.example.org/messages'),
  SMS_GATEWAY_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional()
    .describe('a token of visible ASCII characters'),
}

/** @throws {ConfigError} when mails would be from an address that nobody has: servers refuse them. */
export function toMessageConfig(values: Values<typeof messageVariables>): MessageConfig {
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) {
    throw new ConfigError('MAIL_FROM is not set. Set it to whom mails are from, like Marquee <tickets@example.org>.')
  }
  return {
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? OUTBOX_SENDER,
    smsGatewayUrl: values.SMS_GATEWAY_URL ?? null,
    smsGatewayToken: values.SMS_GATEWAY_TOKEN ?? null,
  }
}
