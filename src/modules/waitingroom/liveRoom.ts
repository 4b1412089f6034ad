import { type ShowStatus, showStatus } from '../shows/index.js'
import { drawRanks } from './lottery.js'
import { admittedAt, countAdmitted } from './pace.js'
import type { Place, RoomRow, WaitingRoomMode } from './store.js'

export type WaitingStatus = 'WAITING' | 'ADMITTED' | 'LAPSED' | 'NOT_REQUIRED' | 'SHOW_CLOSED'

/** What admits an account. The same for the same place, whoever works it out and when. */
export interface Admission {
  readonly accountId: string
  readonly roomId: number
  /** Null in the room of all shows. */
  readonly showId: number | null
  readonly admittedAt: Date
  readonly expiresAt: Date
}

/** Where a place stands at one moment. */
export interface Standing {
  readonly status: WaitingStatus
  readonly position: number | null
  readonly estimatedSeconds: number | null
  readonly lotteryNumber: number | null
  readonly admission: Admission | null
}

/** Where somebody stands who has nothing to wait for. */
export function standingWithout(status: 'NOT_REQUIRED' | 'SHOW_CLOSED'): Standing {
  return { status, position: null, estimatedSeconds: null, lotteryNumber: null, admission: null }
}

/**
 * A waiting room as this process knows it. Where a place stands follows from the room, the number and the time: nothing is written when
 * somebody is let in, and all processes agree. The place of a flagged account has no number, and waits, until nobody else does.
 */
export class LiveRoom {
  readonly id: number
  readonly showId: number | null
  readonly mode: WaitingRoomMode
  /** Changes with all that a place may stand elsewhere for. */
  revision = 0
  readonly #admissionMs: number
  #row: RoomRow
  #ranks: Uint32Array | null = null
  #isClosed = false

  private constructor(row: RoomRow, admissionSeconds: number) {
    this.id = row.id
    this.showId = row.showId
    this.mode = row.mode
    this.#admissionMs = admissionSeconds * 1000
    this.#row = row
  }

  static async open(row: RoomRow, admissionSeconds: number): Promise<LiveRoom> {
    const room = new LiveRoom(row, admissionSeconds)
    await room.learn(row)
    return room
  }

  get opensAt(): Date {
    return this.#row.opensAt
  }

  get perSecond(): number {
    return this.#row.paces.at(-1)!.perSecond
  }

  /** How the lottery was drawn, null before. */
  get lottery(): { readonly seed: string; readonly entrants: number } | null {
    const { seed, drawn } = this.#row
    return seed === null ? null : { seed, entrants: drawn! }
  }

  /** How many wait. */
  waiting(now: Date): number {
    const { lastNumber, lastBehind, behindLetIn, paces } = this.#row
    return Math.max(0, lastNumber - countAdmitted(paces, now)) + lastBehind - behindLetIn
  }

  /** Takes over what was read. */
  async learn(row: RoomRow): Promise<void> {
    if (row.seed !== null) this.#ranks ??= await drawRanks(row.seed, row.drawn!)
    if (settingsOf(row) !== settingsOf(this.#row)) this.revision += 1
    this.#row = row
  }

  /** Takes note of a place that was given. */
  learnPlace({ number, behind }: Place): void {
    const { lastNumber, lastBehind } = this.#row
    if ((number ?? 0) > lastNumber) this.#row = { ...this.#row, lastNumber: number! }
    if ((behind ?? 0) > lastBehind) this.#row = { ...this.#row, lastBehind: behind! }
  }

  /** It is there no more. */
  close(): void {
    this.#isClosed = true
    this.revision += 1
  }

  /** Where its show stands; SCHEDULED for the room of all shows. */
  showStatus(now: Date): ShowStatus {
    return this.#row.show === null ? 'SCHEDULED' : showStatus(this.#row.show, now)
  }

  /** Whether its lottery has to be drawn now. */
  isDrawDue(now: Date): boolean {
    return this.mode === 'LOTTERY' && this.#row.seed === null && this.opensAt <= now
  }

  /** Whether flagged accounts wait, and turns have come that nobody else has. */
  isFreeForFlagged(now: Date): boolean {
    const { lastNumber, lastBehind, behindLetIn, paces, seed } = this.#row
    if (lastBehind === behindLetIn || (this.mode === 'LOTTERY' && seed === null)) return false
    return countAdmitted(paces, now) > lastNumber
  }

  /** Whether a place that waits behind all others has got its number since it was read. */
  isOutdated({ behind }: Place): boolean {
    return behind !== null && behind <= this.#row.behindLetIn
  }

  /** Whether a place has been let in and its time is over. */
  hasLapsed(place: Place, now: Date): boolean {
    const admission = this.#admissionOf(place)
    return admission !== null && admission.expiresAt <= now
  }

  standingOf(place: Place, now: Date): Standing {
    if (this.showStatus(now) !== 'SCHEDULED') return standingWithout('SHOW_CLOSED')
    if (this.#isClosed) return standingWithout('NOT_REQUIRED')
    const none = {
      position: null,
      estimatedSeconds: null,
      lotteryNumber: this.#lotteryNumberOf(place),
      admission: null,
    }
    const admission = this.#admissionOf(place)
    if (admission === null || admission.admittedAt > now) {
      return { ...none, status: 'WAITING', ...this.#ahead(place, now) }
    }
    return admission.expiresAt > now ? { ...none, status: 'ADMITTED', admission } : { ...none, status: 'LAPSED' }
  }

  /** When a place comes to stand elsewhere by the time alone, in milliseconds since 1970: Infinity where that is not known. */
  changesAt(place: Place): number {
    const startsAt = this.#row.show?.startsAt.getTime() ?? Number.POSITIVE_INFINITY
    return Math.min(startsAt, this.#admittedAt(place))
  }

  #ahead(place: Place, now: Date): Pick<Standing, 'position' | 'estimatedSeconds'> {
    const admitted = countAdmitted(this.#row.paces, now)
    const rank = this.#rankOf(place) ?? this.#rankBehind(place, admitted)
    if (rank === null) return { position: null, estimatedSeconds: null }
    const leftMs = admittedAt(this.#row.paces, rank) - now.getTime()
    const estimatedSeconds = Number.isFinite(leftMs) ? Math.max(0, Math.ceil(leftMs / 1000)) : null
    return { position: Math.max(1, rank - admitted), estimatedSeconds }
  }

  /** Null while it is not known when the place is let in. */
  #admissionOf(place: Place): Admission | null {
    const at = this.#admittedAt(place)
    if (!Number.isFinite(at)) return null
    // The time of a token is in seconds.
    const expiresAt = new Date(Math.ceil(at / 1000) * 1000 + this.#admissionMs)
    return { accountId: place.accountId, roomId: this.id, showId: this.showId, admittedAt: new Date(at), expiresAt }
  }

  #admittedAt(place: Place): number {
    const rank = this.#rankOf(place)
    if (rank === null) return Number.POSITIVE_INFINITY
    // The turn of a number may have been there before the number was given: nobody waited.
    return Math.max(admittedAt(this.#row.paces, rank), place.joinedAt.getTime())
  }

  /** The how-manieth is let in. Null before the lottery is drawn, and while it waits behind all others. */
  #rankOf({ number }: Place): number | null {
    if (this.mode === 'ARRIVAL' || number === null) return number
    return this.#ranks === null ? null : (this.#ranks[number - 1] ?? number)
  }

  /** The how-manieth would be let in if nobody else came. Null before the lottery is drawn, and for who does not wait behind all others. */
  #rankBehind({ behind }: Place, admitted: number): number | null {
    if (behind === null || (this.mode === 'LOTTERY' && this.#ranks === null)) return null
    return Math.max(this.#row.lastNumber, admitted) + behind - this.#row.behindLetIn
  }

  #lotteryNumberOf({ number }: Place): number | null {
    return this.mode === 'LOTTERY' && number !== null && number <= (this.#row.drawn ?? number) ? number : null
  }
}

/** All that is read but what each join changes. */
function settingsOf(row: RoomRow): string {
  return JSON.stringify({ ...row, lastNumber: null, lastBehind: null, behindLetIn: null })
}
