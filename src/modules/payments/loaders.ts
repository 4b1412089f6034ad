import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import type { CollectedPayment } from './payment.js'
import { listCollected } from './store.js'

/** What payments load for a request. */
export function createPaymentLoaders(db: Database) {
  return {
    /** The payment that pays for a booking, null while it is unpaid. */
    collectedPayment: new DataLoader<string, CollectedPayment | null>(async (bookingIds) => {
      const found = new Map((await listCollected(db, bookingIds)).map((payment) => [payment.bookingId, payment]))
      return bookingIds.map((id) => found.get(id) ?? null)
    }),
  }
}
