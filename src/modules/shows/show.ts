/** What of a show decides where it stands. */
export interface ShowTimes {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelledAt: Date | null
}

export type ShowStatus = 'SCHEDULED' | 'STARTED' | 'ENDED' | 'CANCELLED'

/** Where a show stands at `now`: it has started from its start on, and is over from its end on. A cancellation stays. */
export function showStatus({ startsAt, endsAt, cancelledAt }: ShowTimes, now: Date): ShowStatus {
  if (cancelledAt !== null) return 'CANCELLED'
  if (now < startsAt) return 'SCHEDULED'
  return now < endsAt ? 'STARTED' : 'ENDED'
}
