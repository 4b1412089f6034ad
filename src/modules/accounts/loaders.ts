import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { loadAppointments } from './appointmentStore.js'
import type { Appointments } from './roles.js'

/** What accounts load for a request. */
export function createAccountLoaders(db: Database) {
  return {
    /** What an account was appointed to. */
    appointments: new DataLoader<string, Appointments>(async (accountIds) => {
      const found = new Map((await loadAppointments(db, accountIds)).map((row) => [row.accountId, row]))
      return accountIds.map((id) => found.get(id)!)
    }),
  }
}
