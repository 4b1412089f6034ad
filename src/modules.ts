import { accountsModule } from './modules/accounts/index.js'
import { bookingsModule } from './modules/bookings/index.js'
import { catalogModule } from './modules/catalog/index.js'
import type { SchemaModule } from './modules/core/index.js'
import { notificationsModule } from './modules/notifications/index.js'
import { partnersModule } from './modules/partners/index.js'
import { paymentsModule } from './modules/payments/index.js'
import { reconciliationModule } from './modules/reconciliation/index.js'
import { seatmapsModule } from './modules/seatmaps/index.js'
import { showsModule } from './modules/shows/index.js'
import { theatersModule } from './modules/theaters/index.js'
import { ticketsModule } from './modules/tickets/index.js'
import { waitingroomModule } from './modules/waitingroom/index.js'
import { webhooksModule } from './modules/webhooks/index.js'

/** All modules: what the API and the worker are made of. */
export const modules: readonly SchemaModule[] = [
  accountsModule,
  catalogModule,
  theatersModule,
  showsModule,
  seatmapsModule,
  bookingsModule,
  paymentsModule,
  reconciliationModule,
  ticketsModule,
  notificationsModule,
  partnersModule,
  waitingroomModule,
  webhooksModule,
]
