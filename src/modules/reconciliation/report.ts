import type { CheckReport } from './reconcile.js'

/** What a run comes to: 0 where all agrees, 1 where drift was found, mended or not, 2 where a check failed. */
export function exitCodeOf(reports: readonly CheckReport[]): 0 | 1 | 2 {
  if (reports.some(({ failure }) => failure !== null)) return 2
  return reports.some(({ drift }) => drift.length > 0) ? 1 : 0
}

/** The reports as a table, and below it what was found. */
export function printReports(reports: readonly CheckReport[]): string {
  const width = Math.max(...reports.map(({ title }) => title.length))
  const rows = reports.map(({ title, drift, failure }) => {
    const mended = drift.filter(({ isMended }) => isMended).length
    const cells = [String(drift.length), String(mended), failure === null ? 'yes' : 'no'].map((cell) =>
      cell.padStart(9),
    )
    return title.padEnd(width) + cells.join('')
  })
  const header = `${'check'.padEnd(width)}${['found', 'mended', 'finished'].map((cell) => cell.padStart(9)).join('')}`
  return [header, ...rows, ...reports.flatMap(tellFindings)].join('\n')
}

function tellFindings({ title, drift, failure }: CheckReport): string[] {
  if (drift.length === 0 && failure === null) return []
  return [
    '',
    `${title}:`,
    ...drift.map(({ subject, detail, isMended }) => `  ${isMended ? 'mended' : 'OPEN  '}  ${subject} ${detail}`),
    ...(failure === null ? [] : [`  FAILED  ${failure}`]),
  ]
}
