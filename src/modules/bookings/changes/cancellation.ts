import type { CancellationReason } from '../../../generated/graphql.js'

/** How much of a price goes back, by the minutes left until the show. */
export interface Tier {
  readonly minutesBefore: number
  /** Whether it holds at exactly that time already, or only when there is more. */
  readonly isInclusive: boolean
  readonly percent: number
}

export interface CancellationPolicy {
  readonly name: string
  /** Until how many minutes before the start a seat that is given back can be sold again. */
  readonly resaleMinutes: number
  readonly tiers: readonly Tier[]
}

export interface Terms {
  readonly percent: number
  readonly reason: CancellationReason
  /** Whether the seats go back on sale. */
  readonly isResold: boolean
}

/** What of a booking its terms depend on. */
interface Cancellable {
  readonly show: { readonly startsAt: Date; readonly cancelledAt: Date | null }
  /** The most that goes back, in percent: what the policy of an earlier show gave, when seats were exchanged for those of this one. */
  readonly refundCap: number
}

/** What cancelling seats of a booking at `now` comes to, by the policy of its show. */
export function termsAt(policy: CancellationPolicy, { show, refundCap }: Cancellable, now: Date): Terms {
  if (show.cancelledAt !== null) return { percent: 100, reason: 'SHOW_CANCELLED', isResold: false }
  const msLeft = show.startsAt.getTime() - now.getTime()
  const percent = Math.min(tierFor(policy.tiers, msLeft)?.percent ?? 0, refundCap)
  return { percent, reason: reasonFor(percent), isResold: msLeft >= policy.resaleMinutes * 60_000 }
}

/** The tier of the longest time that is left. */
function tierFor(tiers: readonly Tier[], msLeft: number): Tier | undefined {
  return tiers
    .toSorted((a, b) => b.minutesBefore - a.minutesBefore)
    .find(({ minutesBefore, isInclusive }) => {
      const bound = minutesBefore * 60_000
      return isInclusive ? msLeft >= bound : msLeft > bound
    })
}

function reasonFor(percent: number): CancellationReason {
  if (percent === 100) return 'FULL_REFUND'
  return percent === 0 ? 'NO_REFUND' : 'PARTIAL_REFUND'
}

/** How much of these prices goes back, in minor units: each seat by itself, half a cent in favor of the buyer. */
export function refundOf(prices: readonly number[], percent: number): number {
  return prices.reduce((sum, price) => sum + Math.round((price * percent) / 100), 0)
}
