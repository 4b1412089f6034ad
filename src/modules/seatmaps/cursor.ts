import { badUserInput } from '../../lib/errors.js'

/** Which transactions a reading has seen, as Postgres writes a pg_snapshot: `xmin:xmax:xip,xip`. */
export type Snapshot = string

/**
 * A moment in the life of a show's seats: what the transactions of a snapshot have done is known, and nothing else. Null stands for
 * before all of them. docs/adr/0014 says why that is right.
 */
export interface Moment {
  readonly showId: number
  readonly snapshot: Snapshot | null
}

/** Whether a snapshot was taken before another: fewer transactions had begun by then, or more of them were still running. */
export function isBefore(snapshot: Snapshot, other: Snapshot): boolean {
  const [one, two] = [readSnapshot(snapshot), readSnapshot(other)]
  return one.xmax < two.xmax || (one.xmax === two.xmax && one.running.length > two.running.length)
}

/** With no more running transactions than there ever are here. Of a cursor that is a number alone nothing is known. */
const CURSOR = /^(\d{1,10})@(?:\d{1,19}|(\d{1,19}:\d{1,19}:(?:\d{1,19}(?:,\d{1,19}){0,999})?))$/

export function encodeMoment({ showId, snapshot }: Moment): string {
  return Buffer.from(`${showId}@${snapshot ?? 0}`).toString('base64url')
}

/**
 * The moment of a cursor.
 *
 * @throws BAD_USER_INPUT when it is no cursor of this show.
 */
export function decodeMoment(cursor: string, showId: number): Moment {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString())
  const snapshot = match?.[2] ?? null
  if (match === null || Number(match[1]) !== showId || !(snapshot === null || isSnapshot(snapshot))) {
    throw badUserInput('after is not a cursor of this show: take one from its seatMap or from seatMapChanged.')
  }
  return { showId, snapshot }
}

/** Whether Postgres would read it: https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT-PARTS */
function isSnapshot(text: string): boolean {
  const { xmin, xmax, running } = readSnapshot(text)
  return xmin > 0n && xmin <= xmax && running.every((id, index) => id >= (running[index - 1] ?? xmin) && id < xmax)
}

function readSnapshot(text: string) {
  const [xmin, xmax, ...running] = text.match(/\d+/g)!.map((digits) => BigInt(digits)) as [bigint, bigint, ...bigint[]]
  return { xmin, xmax, running }
}
