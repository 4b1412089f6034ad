import { groupBy } from '../../../../lib/groupBy.js'
import { ImpatientScripts } from '../../../../lib/redis/impatientScripts.js'
import type { RedisScripts } from '../../../../lib/redis/redisScripts.js'
import type { SeatStatus } from '../../../seatmaps/index.js'
import type { SeenSeat, WantedSeats } from './lostSeats.js'

/** Of each seat the highest version counts, in whatever order they come. ARGV: how long it is kept in ms; seat, version, time, status of each. */
const NOTE = `
  for i = 2, #ARGV, 4 do
    local known = redis.call('HGET', KEYS[1], ARGV[i])
    local version = known and tonumber(string.match(known, '^%d+')) or -1
    if tonumber(ARGV[i + 1]) >= version then
      redis.call('HSET', KEYS[1], ARGV[i], table.concat(ARGV, ' ', i + 1, i + 3))
    end
  end
  redis.call('PEXPIRE', KEYS[1], ARGV[1])`

/** All of the seats or none: those that are taken, or nothing. ARGV: the time that is too old; seats. */
const FIND = `
  local taken = {}
  for i = 2, #ARGV do
    local known = redis.call('HGET', KEYS[1], ARGV[i])
    if known then
      local version, at, status = string.match(known, '^(%d+) (%d+) (%u+)$')
      if status ~= 'AVAILABLE' and tonumber(at) > tonumber(ARGV[1]) then
        table.insert(taken, {tonumber(ARGV[i]), tonumber(version), tonumber(at), status})
      end
    end
  end
  return taken`

type Taken = [seatId: number, version: number, at: number, status: SeatStatus]

export interface SharedLostSeatsOptions {
  readonly redis: RedisScripts
  /** For how many milliseconds a seat that was seen taken counts as taken. */
  readonly trustMs: number
}

/** The seats that any process has seen taken a moment ago, in Redis. Whatever befalls Redis, nothing is known, soon and without an error. */
export class SharedLostSeats {
  readonly #redis: RedisScripts
  readonly #trustMs: number

  constructor({ redis, trustMs }: SharedLostSeatsOptions) {
    // Where it says nothing in time, Postgres is asked, which decides anyway.
    this.#redis = new ImpatientScripts(redis)
    this.#trustMs = trustMs
  }

  /** Tells all processes what was seen. Never waits, never fails. */
  note(seats: readonly SeenSeat[]): void {
    for (const [showId, seen] of groupBy(seats, (seat) => seat.showId)) {
      const values = seen.flatMap(({ seatId, version, at, status }) => [seatId, version, at, status])
      void this.#run(NOTE, showId, [this.#trustMs, ...values])
    }
  }

  /** Those of the seats that some process has seen taken, by `now`, and not too long before. */
  async find(wanted: readonly WantedSeats[], now: Date): Promise<SeenSeat[]> {
    const oldest = now.getTime() - this.#trustMs
    const shows = [...groupBy(wanted, ({ showId }) => showId)]
    const found = shows.map(async ([showId, seats]) => {
      const seatIds = new Set(seats.flatMap((seat) => seat.seatIds))
      const taken = await this.#run(FIND, showId, [oldest, ...seatIds])
      return ((taken ?? []) as Taken[]).map(([seatId, version, at, status]) => ({
        showId,
        seatId,
        version,
        at,
        status,
      }))
    })
    return (await Promise.all(found)).flat()
  }

  async #run(lua: string, showId: number, values: readonly (string | number)[]): Promise<unknown> {
    try {
      return await this.#redis.runScript(lua, `show:${showId}:lost`, values)
    } catch {
      return null
    }
  }
}
