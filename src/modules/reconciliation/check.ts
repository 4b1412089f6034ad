import type { Database } from '../../lib/db/index.js'
import type { Logger } from '../../lib/logger.js'
import type { PaymentServices } from '../payments/index.js'
import type { SeatMapFeed } from '../seatmaps/index.js'

/** What checks work with. */
export interface ReconcileServices extends PaymentServices {
  readonly db: Database
  readonly log: Logger
  readonly seatMaps: SeatMapFeed
}

/** The times that checks go by. */
export interface Period {
  readonly now: Date
  /** What has ended before it was looked at while it was new. */
  readonly since: Date
  /** What has changed after it may be worked on. */
  readonly settledBefore: Date
}

/** Something that is not as it has to be. */
export interface Drift {
  /** What it is about: `seat 3.17` (of a show), `booking …`, `payment …`, `refund …`. */
  readonly subject: string
  /** What is wrong with it. */
  readonly detail: string
  /** Puts it right, whether it could; missing where a person has to decide. */
  readonly mend?: () => Promise<boolean>
}

/** One thing that has to be true. */
export interface Check {
  /** Its name in reports. */
  readonly name: string
  /** What has to be true. */
  readonly title: string
  find(services: ReconcileServices, period: Period): Promise<readonly Drift[]>
}
