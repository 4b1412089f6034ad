// What an allocation means for a seat, as SQL about a row of show_seat. It is decided by the row alone: docs/adr/0024.

/** Whose seat it may become, and when, as SQL. */
export interface Taking {
  readonly account: string
  readonly now: string
}

/**
 * Whether an account can have a seat: it is free, or a hold of it is over, and it is not allocated to another account; or it waits in an
 * allocation to this one. An allocation that is over is as good as none.
 */
export function canBeHad({ account, now }: Taking): string {
  return `((status = 'AVAILABLE' OR status = 'HELD' AND held_until <= ${now})
      AND (allocated_until IS NULL OR allocated_until <= ${now} OR allocated_to = ${account})
    OR status = 'HELD' AND booking_id IS NULL AND allocated_to = ${account})`
}

/** Whether a seat is allocated to an account at a time. */
export function isAllocatedTo({ account, now }: Taking): string {
  return `(allocated_to = ${account} AND allocated_until > ${now}) IS TRUE`
}

/** Whether an account has an allocation at a show: then it can have no other seats there. */
export function hasAllocation({ account, now, show }: Taking & { readonly show: string }): string {
  return `EXISTS (SELECT FROM seat_allocation AS own
    WHERE own.account_id = ${account} AND own.show_id = ${show} AND own.ended_at IS NULL AND own.until > ${now})`
}

/** What is set of a seat that nobody has any more: it is free, or falls to its allocation while that lasts. */
export function freed(now: string): string {
  return `status = CASE WHEN allocated_until > ${now} THEN 'HELD' ELSE 'AVAILABLE' END::seat_status,
    held_until = CASE WHEN allocated_until > ${now} THEN allocated_until END, booking_id = NULL`
}

/** Whether a seat waits in an allocation. */
export const IS_WAITING = `(status = 'HELD' AND booking_id IS NULL)`
