import { z } from 'zod'
import { isNetwork } from '../lib/outbound/addressRules.js'
import { flag, type Values, wholeNumber } from './variables.js'

/** How partners are told of events. */
export interface WebhookConfig {
  /** Networks, as CIDR, that are called although they are not on the internet. */
  readonly webhookAllowNetworks: readonly string[]
  /** Whether http:// is called as well as https://. */
  readonly webhookAllowHttp: boolean
  /** What the secrets of endpoints are kept by; null for what is derived from JWT_SECRET. */
  readonly webhookSecretKey: string | null
  /** How many events a process sends at once. */
  readonly webhookConcurrency: number
}

export const webhookVariables = {
  WEBHOOK_ALLOW_NETWORKS: z
    .string()
    .transform(splitList)
    .refine((networks) => networks.every(isNetwork))
    .optional()
    .describe('networks as CIDR, like 10.1.0.0/16, with commas in between'),
  WEBHOOK_ALLOW_HTTP: flag(),
  WEBHOOK_SECRET_KEY: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 characters that nobody can guess, as from `openssl rand -base64 48`'),
  WEBHOOK_CONCURRENCY: wholeNumber(1, 100).default(4).describe('a number of events from 1 to 100'),
}

export function toWebhookConfig(values: Values<typeof webhookVariables>): WebhookConfig {
  return {
    webhookAllowNetworks: values.WEBHOOK_ALLOW_NETWORKS ?? [],
    webhookAllowHttp: values.WEBHOOK_ALLOW_HTTP ?? false,
    webhookSecretKey: values.WEBHOOK_SECRET_KEY ?? null,
    webhookConcurrency: values.WEBHOOK_CONCURRENCY,
  }
}

function splitList(list: string): string[] {
  return list.split(',').map((part) => part.trim())
}
