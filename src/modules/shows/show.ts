/** What of a show decides where it stands. */
export interface ShowTimes {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelledAt: Date | null
}

export type ShowStatus = 'SCHEDULED' | 'STARTED' | 'ENDED' | 'CANCELLED'

/** Why seats of a show cannot be had any more, in words. */
export function describeClosed(status: ShowStatus): string {
  return status === 'CANCELLED' ? 'The show is cancelled.' : `The show has ${status.toLowerCase()}.`
}

/** Where a show stands at `now`: it has started from its start on, and is over from its end on. A cancellation stays. */
export function showStatus({ startsAt, endsAt, cancelledAt }: ShowTimes, now: Date): ShowStatus {
  if (cancelledAt !== null) return 'CANCELLED'
  if (now < startsAt) return 'SCHEDULED'
  return now < endsAt ? 'STARTED' : 'ENDED'
}
