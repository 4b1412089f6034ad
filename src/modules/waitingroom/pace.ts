/** From a moment on so many are let in each second. */
export interface Pace {
  /** In milliseconds since 1970. */
  readonly since: number
  /** How many were let in by then. */
  readonly before: number
  readonly perSecond: number
}

/** How many the paces have let in by a moment: a whole number, that never goes back. */
export function countAdmitted(paces: readonly Pace[], now: Date): number {
  const at = now.getTime()
  const pace = paces.findLast(({ since }) => since <= at)
  if (pace === undefined) return 0
  return pace.before + Math.floor((pace.perSecond * (at - pace.since)) / 1000)
}

/** When the paces let the so-manieth in, in milliseconds since 1970. Infinity where they never do. */
export function admittedAt(paces: readonly Pace[], rank: number): number {
  const index = paces.findIndex((_pace, at) => rank <= (paces[at + 1]?.before ?? Number.POSITIVE_INFINITY))
  const { since, before, perSecond } = paces[index]!
  return since + Math.ceil(((rank - before) * 1000) / perSecond)
}

/** The paces with another one from now on. Of a pace that has not begun, only how many it lets in is changed. */
export function changePace(paces: readonly Pace[], perSecond: number, now: Date): Pace[] {
  const last = paces.at(-1)!
  if (now.getTime() <= last.since) return [...paces.slice(0, -1), { ...last, perSecond }]
  return [...paces, { since: now.getTime(), before: countAdmitted(paces, now), perSecond }]
}
