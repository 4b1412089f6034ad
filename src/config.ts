import { z } from 'zod'
import { type CaptchaConfig, captchaVariables, toCaptchaConfig } from './config/captchaConfig.js'
import { type KeyConfig, keyVariables, toKeyConfig } from './config/keyConfig.js'
import { type LimitConfig, limitVariables, toLimitConfig } from './config/limitConfig.js'
import { type MessageConfig, messageVariables, toMessageConfig } from './config/messageConfig.js'
import { type PartnerConfig, partnerVariables, toPartnerConfig } from './config/partnerConfig.js'
import { type PaymentConfig, paymentVariables, toPaymentConfig } from './config/paymentConfig.js'
import { type RateConfig, rateVariables, toRateConfig } from './config/rateConfig.js'
import { type SaleConfig, saleVariables, toSaleConfig } from './config/saleConfig.js'
import { type ServerConfig, serverVariables, toServerConfig } from './config/serverConfig.js'
import { type SessionConfig, sessionVariables, toSessionConfig } from './config/sessionConfig.js'
import { type TransportConfig, toTransportConfig, transportVariables } from './config/transportConfig.js'
import { ConfigError, hidePassword } from './config/variables.js'
import { toWaitingRoomConfig, type WaitingRoomConfig, waitingRoomVariables } from './config/waitingRoomConfig.js'
import { toWebhookConfig, type WebhookConfig, webhookVariables } from './config/webhookConfig.js'
import { splitRedisUrls } from './lib/redis/redisUrls.js'

export type { LimitConfig } from './config/limitConfig.js'
export type { StripeConfig } from './config/paymentConfig.js'
export { ConfigError, hidePassword } from './config/variables.js'

/** What the environment configures. */
export interface Config
  extends ServerConfig,
    KeyConfig,
    SessionConfig,
    SaleConfig,
    LimitConfig,
    RateConfig,
    CaptchaConfig,
    WaitingRoomConfig,
    TransportConfig,
    PaymentConfig,
    MessageConfig,
    PartnerConfig,
    WebhookConfig {}

const VARIABLES = z.object({
  ...serverVariables,
  ...keyVariables,
  ...sessionVariables,
  ...saleVariables,
  ...limitVariables,
  ...waitingRoomVariables,
  ...rateVariables,
  ...captchaVariables,
  ...transportVariables,
  ...paymentVariables,
  ...messageVariables,
  ...partnerVariables,
  ...webhookVariables,
})

/** The names of all variables that are read. */
export const VARIABLE_NAMES = Object.keys(VARIABLES.shape)

/**
 * Reads the configuration from the environment. An empty variable counts as unset.
 *
 * @throws {ConfigError} at the first variable whose value cannot be used.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = VARIABLES.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]!.path[0]) as keyof typeof VARIABLES.shape
    throw new ConfigError(`${name} is ${show(name, given[name]!)}. Set it to ${VARIABLES.shape[name].description}.`)
  }
  const values = parsed.data
  return {
    ...toServerConfig(values),
    ...toSaleConfig(values),
    ...toWaitingRoomConfig(values),
    ...toRateConfig(values),
    ...toCaptchaConfig(values),
    ...toKeyConfig(values),
    ...toSessionConfig(values),
    ...toTransportConfig(values),
    ...toLimitConfig(values),
    ...toPaymentConfig(values),
    ...toMessageConfig(values),
    ...toPartnerConfig(values),
    ...toWebhookConfig(values),
  }
}

/** Whether `npm start` or `npm run worker` is what runs us. */
export function isStartedByNpm(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.npm_lifecycle_event === 'start' || env.npm_lifecycle_event === 'worker'
}

const SECRETS = new Map([
  ['TICKET_SIGNING_KEY', 'not a key that can be used'],
  ['STRIPE_SECRET_KEY', 'not one that Stripe gives'],
  ['STRIPE_WEBHOOK_SECRET', 'not one that Stripe gives'],
  ['SMS_GATEWAY_TOKEN', '"***"'],
  ['TURNSTILE_SECRET_KEY', '"***"'],
])

/** The value for an error message, without what could be a password. */
function show(name: string, value: string): string {
  if (name === 'JWT_SECRET' || name === 'WEBHOOK_SECRET_KEY') return `only ${value.length} characters long`
  if (name === 'REDIS_URL') return JSON.stringify(splitRedisUrls(value).map(hidePassword).join())
  return SECRETS.get(name) ?? JSON.stringify(name.endsWith('_URL') ? hidePassword(value) : value.slice(0, 80))
}
