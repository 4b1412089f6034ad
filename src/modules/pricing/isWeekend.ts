const WEEKEND = new Set(['Sat', 'Sun'])
// Making a formatter costs a hundred times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Whether it is Saturday or Sunday in a time zone, from midnight to midnight there. */
export function isWeekend(instant: Date, timeZone: string): boolean {
  return WEEKEND.has(formatterOf(timeZone).format(instant))
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}
