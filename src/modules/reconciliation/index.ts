import type { SchemaModule } from '../core/index.js'
import type { ReconcileServices } from './check.js'
import { reconcile } from './reconcile.js'

export { type CheckReport, type DriftReport, reconcile } from './reconcile.js'
export { exitCodeOf, printReports } from './report.js'

/** Reconciliation: whether our books agree with each other and with the provider's. It looks into the tables of all domains. */
export const reconciliationModule: SchemaModule = {
  resolvers: {},
  tasks: { reconcile: (_payload, services) => reconcileAtNight(services) },
  crons: [{ task: 'reconcile', match: '30 3 * * *' }],
}

/** Each thing found is in the log, to be alerted by. */
async function reconcileAtNight(services: ReconcileServices): Promise<void> {
  const reports = await reconcile(services)
  for (const { name, drift } of reports) {
    for (const found of drift)
      services.log.error({ alert: 'drift', check: name, ...found }, 'reconciliation found drift')
  }
  const failed = reports.filter(({ failure }) => failure !== null).map(({ name }) => name)
  if (failed.length > 0) throw new Error(`could not reconcile ${failed.join(', ')}`)
}
