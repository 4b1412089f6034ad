/** A moment as the clocks at a place show it. */
export interface LocalTime {
  /** Such as `Saturday 21 November 2026`. */
  readonly day: string
  /** Such as `19:30`. */
  readonly time: string
}

export function toLocalTime(moment: Date, timeZone: string): LocalTime {
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(moment)
  const day = parts({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '')
  return { day, time: parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) }
}
