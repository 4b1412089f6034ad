/** A day of the calendar, such as 2026-11-21. */
export type LocalDay = string

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** The day that it is in a time zone. */
export function localDay(instant: Date, timeZone: string): LocalDay {
  return new Date(instant.getTime() + offsetAt(instant, timeZone)).toISOString().slice(0, 10)
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The days from `first` on. */
export function daysFrom(first: LocalDay, count: number): LocalDay[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

/** Which week of the cinemas a day is in, counted from 1970: in France movies change on Wednesdays. */
export function cinemaWeek(day: LocalDay): number {
  // 1970-01-01 was a Thursday.
  return Math.floor((Date.parse(day) / DAY_MS + 1) / 7)
}

/**
 * Tells the instants of a day at a place by its clock: `clockOf(day, timeZone)(10 * 60 + 45)` is 10:45 there. Right from 3:00 on
 * also on the days that clocks change, as they change before.
 */
export function clockOf(day: LocalDay, timeZone: string): (minuteOfDay: number) => Date {
  const noonAsUtc = Date.parse(day) + DAY_MS / 2
  // No place is further than 14 hours from UTC, and none changes its clock around noon.
  const offset = offsetAt(new Date(noonAsUtc - offsetAt(new Date(noonAsUtc), timeZone)), timeZone)
  return (minuteOfDay) => new Date(Date.parse(day) + minuteOfDay * MINUTE_MS - offset)
}

/** How far the clocks of a time zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const wholeSecond = Math.floor(instant.getTime() / 1000) * 1000
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond
}
