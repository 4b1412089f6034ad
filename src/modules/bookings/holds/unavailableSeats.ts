import type { Transaction } from '../../../lib/db/index.js'
import type { SeatsUnavailable, UnavailableSeat } from '../outcomes.js'
import { listSeatStatesIn, type SeatsAt } from '../seatStore.js'

/** Why not all of these seats can be had, null if they can. */
export function refuseTaken(states: readonly UnavailableSeat[]): SeatsUnavailable | null {
  const taken = states.filter(({ status }) => status !== 'AVAILABLE')
  if (taken.length === 0) return null
  const message = taken.length === 1 ? 'One of the seats is taken.' : `${taken.length} of the seats are taken.`
  const seats = taken.map(({ showId, seatId, status }) => ({ showId, seatId, status }))
  return { __typename: 'SeatsUnavailableError', message: `${message} None of them is yours: choose others.`, seats }
}

/** Why seats of a show cannot be had, read within a transaction. One that does not exist cannot either. */
export async function explainTaken(tx: Transaction, wanted: SeatsAt): Promise<SeatsUnavailable | null> {
  const states = await listSeatStatesIn(tx, wanted)
  const known = new Set(states.map(({ seatId }) => seatId))
  const missing = wanted.seatIds
    .filter((seatId) => !known.has(seatId))
    .map((seatId) => ({ showId: wanted.showId, seatId, status: 'BLOCKED' as const }))
  return refuseTaken([...states, ...missing])
}
