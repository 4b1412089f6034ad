/** A moment as a cursor has it, in UTC with milliseconds; null for anything else. */
export function parseInstant(value: unknown): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) || value.startsWith('0000') ? null : date
}
