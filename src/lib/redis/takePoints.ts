import type { RedisScripts } from './redisScripts.js'

/**
 * Takes points of a key, gives some back (less than 0), or looks (0): how many are taken, and for how many milliseconds. What is refused
 * takes nothing, so that what is given back leaves room again. The time is that of who asks, as all processes have the same.
 * ARGV: points, seconds of a window, points of a window, seconds of a window again, seconds of a ban, milliseconds since 1970.
 */
export const TAKE_POINTS = `
  local points, limit, ban, now = tonumber(ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[5]), tonumber(ARGV[6])
  local known = redis.call('HMGET', KEYS[1], 'taken', 'until')
  local taken, ends = tonumber(known[1]), tonumber(known[2])
  if not ends or ends <= now then taken, ends = 0, now + ARGV[2] * 1000 end
  if taken + points > limit then return {taken + points, ends - now} end
  taken = math.max(0, taken + points)
  if points > 0 and taken == limit and ban > 0 then ends = now + ban * 1000 end
  if taken > 0 then
    redis.call('HSET', KEYS[1], 'taken', taken, 'until', string.format('%.0f', ends))
    redis.call('PEXPIRE', KEYS[1], ends - now)
  else
    redis.call('DEL', KEYS[1])
  end
  return {taken, ends - now}`

/**
 * A client as RateLimiterRedis of rate-limiter-flexible wants it, as far as consume, penalty and reward need one: it runs the limiter's
 * script by our link, which knows nodes, clusters and those that hang. `more` gives what the script gets behind the limiter's own values.
 */
export function toStoreClient(redis: RedisScripts, more: () => readonly number[]) {
  let script = ''
  return {
    defineCommand(_name: string, { lua }: { lua: string }) {
      script = lua
    },
    rlflxIncr: ([key, ...values]: [string, ...string[]]) => redis.runScript(script, key, [...values, ...more()]),
  }
}
