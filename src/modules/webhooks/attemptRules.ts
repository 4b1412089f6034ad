import type { WebhookStatus } from '../../generated/prisma/client.js'

/** What is known of an attempt. */
export interface Attempt {
  /** Null where no answer came. */
  readonly statusCode: number | null
  readonly at: Date
  /** Since when its delivery is tried. */
  readonly dueSince: Date
}

/** What becomes of a delivery after an attempt. */
export interface Verdict {
  readonly status: WebhookStatus
  /** After how many seconds it is tried again; null when it is not. */
  readonly pauseSeconds: number | null
  /** Whether nothing is to be sent there any more. */
  readonly isGone: boolean
}

const MIN_PAUSE_SECONDS = 5
const MAX_PAUSE_SECONDS = 6 * 3_600
const GIVE_UP_SECONDS = 3 * 86_400
const GONE = 410

/** Judges an attempt: 2xx is delivered, 410 ends the endpoint, all else is tried again until three days are over. `random` is from 0 to 1. */
export function judgeAttempt({ statusCode, at, dueSince }: Attempt, random: number): Verdict {
  if (statusCode !== null && statusCode >= 200 && statusCode < 300) return ended('DELIVERED')
  if (statusCode === GONE) return { ...ended('FAILED'), isGone: true }
  const elapsed = (at.getTime() - dueSince.getTime()) / 1000
  const left = GIVE_UP_SECONDS - elapsed
  if (left <= 0) return ended('FAILED')
  return { status: 'PENDING', pauseSeconds: Math.min(left, pauseAfter(elapsed, random)), isGone: false }
}

/** As long as it has been tried already, so that pauses double, up to six hours; each up to a quarter shorter or longer. */
function pauseAfter(elapsedSeconds: number, random: number): number {
  const pause = Math.min(MAX_PAUSE_SECONDS, Math.max(MIN_PAUSE_SECONDS, elapsedSeconds))
  return pause * (0.75 + random / 2)
}

function ended(status: WebhookStatus): Verdict {
  return { status, pauseSeconds: null, isGone: false }
}
