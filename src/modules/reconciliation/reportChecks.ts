import type { Check } from './check.js'
import { listReport, REPORTS } from './reportStore.js'

/** What a person has to look at: each of them is a statement that gives what is wrong. */
export const reportChecks: readonly Check[] = REPORTS.map(({ name, title, sql, values }) => ({
  name,
  title,
  find: ({ db }, period) => listReport(db, sql, values(period)),
}))
