import { hash } from 'node:crypto'
import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  type IPolicy,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { z } from 'zod'
import type { Logger } from '../logger.js'
import { readAddress } from '../network.js'
import type { CaptchaSolution, CaptchaVerdict, CaptchaVerifier } from './captcha.js'

const TIMEOUT_MS = 2_000
const MAX_TOKEN_LENGTH = 2_048
/** So many answers that do not come make that nobody is asked for a while. */
const BREAK_AFTER = 5
const SPARE_MS = 5_000
/** What the client has done wrong; all other codes are faults of ours, or of Cloudflare. */
const REFUSALS = new Set(['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate'])

const ANSWER = z.object({ success: z.boolean(), 'error-codes': z.array(z.string()).default([]) })

export interface TurnstileOptions {
  readonly secretKey: string
  /** Of siteverify. */
  readonly url: string
  readonly log: Logger
  /** For how long each of two tries may take. Two seconds when left out. */
  readonly timeoutMs?: number
}

/** Cloudflare Turnstile: https://developers.cloudflare.com/turnstile/get-started/server-side-validation/ */
export class Turnstile implements CaptchaVerifier {
  readonly #options: TurnstileOptions
  readonly #policy: IPolicy

  constructor(options: TurnstileOptions) {
    this.#options = options
    this.#policy = wrap(
      circuitBreaker(handleAll, { halfOpenAfter: SPARE_MS, breaker: new ConsecutiveBreaker(BREAK_AFTER) }),
      // The second try asks the same under the same key, as the first one may have used the token up.
      retry(handleAll, { maxAttempts: 1, backoff: new ExponentialBackoff({ initialDelay: 50 }) }),
      timeout(options.timeoutMs ?? TIMEOUT_MS, TimeoutStrategy.Aggressive),
    )
  }

  async verify(solution: CaptchaSolution): Promise<CaptchaVerdict> {
    if (solution.token.length === 0 || solution.token.length > MAX_TOKEN_LENGTH) return 'refused'
    try {
      return await this.#policy.execute(({ signal }) => this.#ask(solution, signal))
    } catch (err) {
      this.#options.log.warn({ err }, 'nobody can tell whether a captcha was solved')
      return 'unavailable'
    }
  }

  /** @throws {Error} when the answer does not come, or tells of something else than the token. */
  async #ask({ token, address, purpose }: CaptchaSolution, signal: AbortSignal): Promise<CaptchaVerdict> {
    const { url, secretKey } = this.#options
    const question = {
      secret: secretKey,
      response: token,
      remoteip: readAddress(address) ?? undefined,
      idempotency_key: toUuid(hash('sha256', JSON.stringify([token, purpose]))),
    }
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
      signal,
    })
    const { success, 'error-codes': codes } = ANSWER.parse(await response.json())
    if (success) return 'passed'
    if (codes.length > 0 && codes.every((code) => REFUSALS.has(code))) return 'refused'
    throw new Error(`siteverify answered ${response.status} ${codes.join(', ')}`)
  }
}

/** A uuid of version 8 (RFC 9562), which is made of what one likes. */
function toUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5')
}
