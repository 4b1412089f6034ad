import { join } from 'node:path'
import type { Config } from '../../config.js'
import type { Clock } from '../../lib/clock.js'
import { withBreaker } from './breaker.js'
import type { Mailer, TextSender } from './delivery.js'
import { HttpTextSender } from './httpTextSender.js'
import { OutboxMailer, OutboxTextSender } from './outbox.js'
import { SmtpMailer } from './smtpMailer.js'

/** By what notifications leave. */
export interface Channels {
  readonly mailer: Mailer
  readonly textSender: TextSender
}

/** The channels that are configured; where one is not, a folder takes what it would send. */
export function createChannels(config: Config, clock: Clock): Channels {
  const { smtpUrl, smsGatewayUrl, smsGatewayToken } = config
  const outbox = { folder: outboxFolder(config), clock }
  return {
    mailer: smtpUrl === null ? new OutboxMailer(outbox) : withBreaker(new SmtpMailer(smtpUrl)),
    textSender:
      smsGatewayUrl === null
        ? new OutboxTextSender(outbox)
        : withBreaker(new HttpTextSender({ url: smsGatewayUrl, token: smsGatewayToken })),
  }
}

/** Where what is not sent is written. */
export function outboxFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'outbox')
}

/** Where messages are that are not sent, and what to set so that they are; null where all are. What is not sent is nowhere else to be seen. */
export function describeOutbox(config: Pick<Config, 'dataDir' | 'smtpUrl' | 'smsGatewayUrl'>): string | null {
  const missing = [
    ...(config.smtpUrl === null ? ['SMTP_URL for emails'] : []),
    ...(config.smsGatewayUrl === null ? ['SMS_GATEWAY_URL for SMS'] : []),
  ]
  if (missing.length === 0) return null
  return `${outboxFolder(config)}, where messages are written instead of sent: set ${missing.join(', ')}`
}
