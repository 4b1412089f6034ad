import type { RedisScripts } from '../redis/redisScripts.js'
import { PARTS_OF_WINDOW, type WindowLimit } from './slidingWindow.js'

/**
 * What `count` of a SlidingWindow does, step by step. The time is that of who asks, as all processes have the same.
 * ARGV: points, those of the limit, and milliseconds: of a window, of a part of it, of a ban, since 1970; and those from which on points are
 * given back, if any.
 */
const COUNT_POINTS = `
  local points, limit, window, part = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  local ban, now, since = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7] or '')
  local banned, takes = 0, {}
  local kept = redis.call('GET', KEYS[1])
  if kept then banned, takes = unpack(cmsgpack.unpack(kept)) end
  if banned > now then return {limit + math.max(points, 0), banned - now} end

  while takes[1] and takes[1][1] <= now - window do table.remove(takes, 1) end
  local taken = 0
  for _, take in ipairs(takes) do taken = taken + take[2] end

  local missing, wait = taken + math.max(points, 1) - limit, 0
  for _, take in ipairs(takes) do
    if missing <= 0 then break end
    missing, wait = missing - take[2], take[1] + window - now
  end
  if taken + points > limit or points == 0 then return {taken + points, wait} end

  local last, left = takes[#takes], -points
  if points > 0 and last and math.floor(last[1] / part) >= math.floor(now / part) then
    last[1], last[2] = math.max(last[1], now), last[2] + points
  elseif points > 0 then
    table.insert(takes, {now, points})
  end
  while left > 0 do
    local index = #takes
    if since then
      index = 1
      while takes[index] and takes[index][1] < since do index = index + 1 end
    end
    local take = takes[index]
    if not take then break end
    local given = math.min(left, take[2])
    left, take[2] = left - given, take[2] - given
    if take[2] == 0 then table.remove(takes, index) end
  end

  if points > 0 and taken + points == limit then banned = now + ban end
  redis.call('SET', KEYS[1], cmsgpack.pack({banned, takes}), 'PX', string.format('%.0f', math.max(window, ban)))
  return {math.max(taken + points, 0), wait}`

/**
 * What all processes together have let through: a client as RateLimiterRedis of rate-limiter-flexible wants it, which runs our script by our
 * link, as that knows nodes, clusters and those that hang. `now` gives milliseconds since 1970.
 */
export function openSharedWindows(
  redis: RedisScripts,
  { points: limit, windowMs, banMs }: WindowLimit,
  now: () => number,
) {
  const values = [limit, windowMs, windowMs / PARTS_OF_WINDOW, banMs]
  return {
    rlflxIncr: ([key, points]: [string, string]) => redis.runScript(COUNT_POINTS, key, [points, ...values, now()]),
    giveBack: (key: string, since: number) => redis.runScript(COUNT_POINTS, key, [-1, ...values, now(), since]),
  }
}
