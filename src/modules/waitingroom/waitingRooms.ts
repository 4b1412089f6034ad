import { randomBytes } from 'node:crypto'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import type { Logger } from '../../lib/logger.js'
import { runPeriodically } from '../../lib/periodic.js'
import type { PubSub } from '../../lib/pubsub.js'
import { SharedRuns } from '../../lib/sharedRuns.js'
import { AdmissionTokens } from './admissionTokens.js'
import { letInFlagged } from './letInFlagged.js'
import { type Admission, LiveRoom, type Standing } from './liveRoom.js'
import { openRoomOfAll } from './openRoomOfAll.js'
import { Places } from './places.js'
import { drawLottery, listRooms, type Place } from './store.js'
import { Watchers } from './watchers.js'

const TOPIC = 'waitingRooms'
const INTERVAL_MS = 1_000
const SEED_BYTES = 32

export interface WaitingRoomsOptions {
  readonly db: Database
  readonly pubsub: PubSub
  readonly clock: Clock
  readonly log: Logger
  /** Of all servers: admissions are signed by what is derived from it. */
  readonly secret: string
  /** How long an admission lasts. */
  readonly admissionSeconds: number
  /** How many the room of all shows lets in a second; 0 where there is none. */
  readonly perSecond: number
  /** Those of the accounts that wait behind all others. */
  readonly findFlagged: (accountIds: readonly string[]) => Promise<ReadonlySet<string>>
}

/**
 * The waiting rooms as this process knows them. What is changed is told at once, and looked for in Postgres each second as well; so asking
 * whether a show is behind one costs no statement.
 */
export class WaitingRooms {
  readonly #options: WaitingRoomsOptions
  readonly #tokens: AdmissionTokens
  readonly #places: Places
  readonly #watchers: Watchers
  readonly #looks = new SharedRuns<'rooms', void>(() => this.#look())
  #byShow = new Map<number | null, LiveRoom>()
  #stop: () => Promise<void> = async () => {}

  constructor(options: WaitingRoomsOptions) {
    const { db, clock, admissionSeconds, secret, findFlagged } = options
    this.#options = options
    this.#tokens = new AdmissionTokens(secret)
    this.#watchers = new Watchers(clock)
    this.#places = new Places({
      db,
      clock,
      admissionSeconds,
      findFlagged,
      draw: (room) => this.#draw(room),
      letInFlagged: () => this.look(),
    })
  }

  /** Begins to know the rooms: has to be awaited before the first request. Opens the room of all shows, where one is configured. */
  async start(): Promise<void> {
    const { pubsub, perSecond, log } = this.#options
    if (perSecond > 0) await openRoomOfAll(this.#options, perSecond)
    const unsubscribe = pubsub.subscribe(TOPIC, () => void this.look().catch(() => {}))
    await this.look()
    const look = { name: 'looking for changes of waiting rooms', intervalMs: INTERVAL_MS, run: () => this.look() }
    const tell = { name: 'telling who waits', intervalMs: INTERVAL_MS, run: () => this.#watchers.tell() }
    const stops = [runPeriodically(look, log), runPeriodically(tell, log)]
    this.#stop = async () => {
      unsubscribe()
      await Promise.all(stops.map((stop) => stop()))
    }
  }

  /** How many watch their places here. */
  get watching(): number {
    return this.#watchers.count
  }

  /** How many wait for the batch in which they join. */
  get joining(): number {
    return this.#places.joining
  }

  /** The room that a show is behind, null where it is behind none. A show that has begun is behind none any more. */
  find(showId: number): LiveRoom | null {
    const room = this.#byShow.get(showId) ?? this.#byShow.get(null) ?? null
    return room?.showStatus(this.#options.clock.now()) === 'SCHEDULED' ? room : null
  }

  /** The room of a show of its own, also of one that has begun. */
  findOwn(showId: number): LiveRoom | null {
    return this.#byShow.get(showId) ?? null
  }

  /** Looks at all rooms in Postgres: what was committed before the call is known after it. Does what is due in them. */
  look(): Promise<void> {
    return this.#looks.run('rooms')
  }

  /** Tells all processes that a room was opened, changed or closed, and knows it itself afterwards. */
  async tellChange(): Promise<void> {
    this.#options.pubsub.publish(TOPIC, {})
    await this.look()
  }

  /**
   * Where the account stands in a room, in which it takes a place if it has none. Null where the room was closed meanwhile.
   *
   * @throws {WaitedTooLongError} when the database is too slow for those who wait.
   */
  async join(room: LiveRoom, accountId: string): Promise<Standing | null> {
    const place = await this.#places.join(room, accountId)
    return place && room.standingOf(place, this.#options.clock.now())
  }

  /** Where the account stands in a room, null if it has no place there. */
  async standingOf(room: LiveRoom, accountId: string): Promise<Standing | null> {
    const place = await this.#findPlace(room, accountId)
    return place && room.standingOf(place, this.#options.clock.now())
  }

  /** The same again and again while the place waits. Null if the account has no place there. */
  async watch(room: LiveRoom, accountId: string): Promise<AsyncIterableIterator<Standing> | null> {
    const place = await this.#findPlace(room, accountId)
    return place && this.#watchers.watch(room, place)
  }

  sign(admission: Admission): Promise<string> {
    return this.#tokens.sign(admission)
  }

  /** Whether a token admits an account to what is behind a room. */
  async admits(room: LiveRoom, accountId: string, token: string): Promise<boolean> {
    const claims = await this.#tokens.read(token)
    if (claims?.accountId !== accountId || claims.roomId !== room.id) return false
    return claims.expiresAt > this.#options.clock.now()
  }

  /** Ends all watching. */
  async close(): Promise<void> {
    await this.#stop()
    this.#watchers.close()
  }

  #findPlace({ id }: LiveRoom, accountId: string): Promise<Place | null> {
    return this.#places.find({ roomId: id, accountId })
  }

  async #look(): Promise<void> {
    await this.#learn()
    const due = [...this.#byShow.values()].filter((room) => room.isDrawDue(this.#options.clock.now()))
    for (const room of due) await this.#drawIn(room)
    if (due.length > 0) await this.#learn()
    await this.#letInFlagged()
    await this.#watchers.renew((place, room) => this.#findPlace(room, place.accountId))
  }

  async #letInFlagged(): Promise<void> {
    const { clock } = this.#options
    const free = [...this.#byShow.values()].filter((room) => room.isFreeForFlagged(clock.now()))
    for (const { id } of free) await letInFlagged(this.#options, id)
    if (free.length > 0) await this.#learn()
  }

  async #learn(): Promise<void> {
    const { db, clock, perSecond, admissionSeconds } = this.#options
    const known = new Map([...this.#byShow.values()].map((room) => [room.id, room]))
    const byShow = new Map<number | null, LiveRoom>()
    for (const row of await listRooms(db, clock.now())) {
      // Whether there is one of all shows is for the configuration of each process to say.
      if (row.showId === null && perSecond === 0) continue
      const room = known.get(row.id) ?? (await LiveRoom.open(row, admissionSeconds))
      await room.learn(row)
      byShow.set(row.showId, room)
      known.delete(row.id)
    }
    this.#byShow = byShow
    for (const room of known.values()) room.close()
  }

  async #draw(room: LiveRoom): Promise<void> {
    await this.#drawIn(room)
    await this.tellChange()
  }

  async #drawIn({ id }: LiveRoom): Promise<void> {
    const { db, clock } = this.#options
    await drawLottery(db, { id, seed: randomBytes(SEED_BYTES).toString('hex'), now: clock.now() })
  }
}
