import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { groupBy } from '../../lib/groupBy.js'
import type { PaymentWithRefunds } from './payment.js'
import { listPayments } from './store.js'

/** What payments load for a request. */
export function createPaymentLoaders(db: Database) {
  return {
    /** All payments for a booking, the oldest first. */
    payments: new DataLoader<string, PaymentWithRefunds[]>(async (bookingIds) => {
      const found = groupBy(await listPayments(db, bookingIds), ({ bookingId }) => bookingId)
      return bookingIds.map((id) => found.get(id) ?? [])
    }),
  }
}
