import { Batches } from '../../lib/batches.js'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { serviceUnavailable } from '../../lib/errors.js'
import { groupBy } from '../../lib/groupBy.js'
import { WaitedTooLongError } from '../../lib/waitedTooLongError.js'
import type { LiveRoom } from './liveRoom.js'
import { insertPlaces, listPlaces, type Place, type PlaceKey } from './store.js'

const MAX_SIZE = 500
const MAX_RUNNING = 2
/** A database that does not answer keeps nobody waiting for longer than a statement takes at most, and this. */
const MAX_WAIT_MS = 5_000
const BUSY = 'Too many ask for their places at once. Send the same request again in a second.'

export interface PlacesOptions {
  readonly db: Database
  readonly clock: Clock
  readonly admissionSeconds: number
  /** Draws the lottery of a room whose sale has opened. */
  readonly draw: (room: LiveRoom) => Promise<void>
  /** Lets in the flagged accounts whose turn has come. */
  readonly letInFlagged: () => Promise<void>
  /** Those of the accounts that are flagged. */
  readonly findFlagged: (accountIds: readonly string[]) => Promise<ReadonlySet<string>>
}

interface Joiner {
  readonly room: LiveRoom
  readonly accountId: string
}

/** The places in all rooms. Those who come at once are looked up together, and get their numbers together. */
export class Places {
  readonly #options: PlacesOptions
  readonly #finds: Batches<PlaceKey, Place | null>
  readonly #joins: Batches<Joiner, Place | null>

  constructor(options: PlacesOptions) {
    this.#options = options
    const limits = { maxSize: MAX_SIZE, maxRunning: MAX_RUNNING, maxWaitMs: MAX_WAIT_MS }
    this.#finds = new Batches({ ...limits, keysOf: () => [], run: (keys) => this.#list(keys) })
    this.#joins = new Batches({
      ...limits,
      keysOf: ({ room, accountId }) => [`${room.id} ${accountId}`],
      // Two batches of a room would wait for each other in Postgres.
      areaOf: ({ room }) => room.id,
      run: (joiners) => this.#join(joiners),
    })
  }

  /** How many wait for the batch in which they join. */
  get joining(): number {
    return this.#joins.waiting
  }

  /**
   * The place of an account in a room, null if it has none.
   *
   * @throws SERVICE_UNAVAILABLE when the database is too slow for those who wait.
   */
  async find(key: PlaceKey): Promise<Place | null> {
    try {
      return await this.#finds.run(key)
    } catch (error) {
      if (error instanceof WaitedTooLongError) throw serviceUnavailable(BUSY)
      throw error
    }
  }

  /**
   * The place of an account in a room: the one that it has, or else a new one. Null where the room was closed meanwhile.
   *
   * @throws {WaitedTooLongError} when the database is too slow for those who wait.
   */
  join(room: LiveRoom, accountId: string): Promise<Place | null> {
    return this.#joins.run({ room, accountId })
  }

  async #list(keys: readonly PlaceKey[]): Promise<PromiseFulfilledResult<Place | null>[]> {
    const places = new Map((await listPlaces(this.#options.db, keys)).map((place) => [toKey(place), place]))
    return keys.map((key) => ({ status: 'fulfilled', value: places.get(toKey(key)) ?? null }))
  }

  async #join(joiners: readonly Joiner[]): Promise<PromiseSettledResult<Place | null>[]> {
    const rooms = [...groupBy(joiners, ({ room }) => room)]
    const joined = await Promise.allSettled(
      rooms.map(async ([room, those]) => {
        const accountIds = those.map(({ accountId }) => accountId)
        return [room, await this.#joinRoom(room, accountIds)] as const
      }),
    )
    const byRoom = new Map(rooms.map(([room], index) => [room, joined[index]!]))
    return joiners.map(({ room, accountId }) => {
      const outcome = byRoom.get(room)!
      if (outcome.status === 'rejected') return outcome
      return { status: 'fulfilled', value: outcome.value[1].get(accountId) ?? null }
    })
  }

  async #joinRoom(room: LiveRoom, accountIds: readonly string[]): Promise<Map<string, Place>> {
    const { clock, draw, letInFlagged } = this.#options
    const places = await this.#read(room, accountIds)
    // Who comes after the sale has opened takes no part in the lottery.
    if (room.isDrawDue(clock.now())) await draw(room)
    const now = clock.now()
    const homeless = accountIds.filter((id) => !places.has(id) || room.hasLapsed(places.get(id)!, now))
    if (homeless.length === 0) return places
    // The numbers that are given now go past the turns that nobody had.
    if (room.isFreeForFlagged(now)) await letInFlagged()
    const given = await this.#insert(room, homeless)
    // The others have come to another server at the same time.
    const twins = homeless.filter((id) => !given.some(({ accountId }) => accountId === id))
    const found = twins.length === 0 ? [] : (await this.#read(room, twins)).values()
    for (const place of [...given, ...found]) {
      places.set(place.accountId, place)
      room.learnPlace(place)
    }
    return places
  }

  async #insert({ id }: LiveRoom, homeless: readonly string[]): Promise<Place[]> {
    const { db, clock, admissionSeconds, findFlagged } = this.#options
    const flagged = await findFlagged(homeless)
    const now = clock.now()
    return insertPlaces(db, {
      roomId: id,
      accountIds: homeless.filter((accountId) => !flagged.has(accountId)),
      flaggedIds: homeless.filter((accountId) => flagged.has(accountId)),
      now,
      lapsedBefore: new Date(now.getTime() - admissionSeconds * 1000),
    })
  }

  async #read({ id }: LiveRoom, accountIds: readonly string[]): Promise<Map<string, Place>> {
    const places = await listPlaces(
      this.#options.db,
      accountIds.map((accountId) => ({ roomId: id, accountId })),
    )
    return new Map(places.map((place) => [place.accountId, place]))
  }
}

function toKey({ roomId, accountId }: PlaceKey): string {
  return `${roomId} ${accountId}`
}
