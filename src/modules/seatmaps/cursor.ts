import { badUserInput } from '../../lib/errors.js'

/** A moment in the life of a show's seats: all that transactions below `xid` have done is known. docs/adr/0003 says why that is right. */
export interface Moment {
  readonly showId: number
  readonly xid: bigint
}

export function encodeMoment({ showId, xid }: Moment): string {
  return Buffer.from(`${showId}@${xid}`).toString('base64url')
}

/**
 * The moment of a cursor.
 *
 * @throws BAD_USER_INPUT when it is no cursor of this show.
 */
export function decodeMoment(cursor: string, showId: number): Moment {
  const match = /^(\d{1,10})@(\d{1,19})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (match === null || Number(match[1]) !== showId) {
    throw badUserInput('after is not a cursor of this show: take one from its seatMap or from seatMapChanged.')
  }
  return { showId, xid: BigInt(match[2]!) }
}
