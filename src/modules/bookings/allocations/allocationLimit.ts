import type { Database, Transaction } from '../../../lib/db/index.js'
import type { AllocationExceeded } from '../outcomes.js'
import type { SeatsAt } from '../seatStore.js'
import { goesBeyond, goesBeyondIn } from './allocationStore.js'

/** Why an account cannot have seats that are free: it has an allocation at the show, and they are not of it. Null if it can. */
export async function refuseBeyondAllocation(db: Database, wanted: SeatsAt): Promise<AllocationExceeded | null> {
  return (await goesBeyond(db, wanted)) ? allocationExceeded(wanted) : null
}

/** The same within a transaction. */
export async function refuseBeyondAllocationIn(tx: Transaction, wanted: SeatsAt): Promise<AllocationExceeded | null> {
  return (await goesBeyondIn(tx, wanted)) ? allocationExceeded(wanted) : null
}

function allocationExceeded({ showId }: SeatsAt): AllocationExceeded {
  const message = 'Seats of this show are allocated to you: you can have these alone, while the allocation lasts.'
  return { __typename: 'AllocationExceededError', message, showId }
}
