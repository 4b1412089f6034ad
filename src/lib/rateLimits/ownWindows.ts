import { LRUCache } from 'lru-cache'
import { type Counted, SlidingWindow, type WindowLimit } from './slidingWindow.js'

const MAX_KEYS = 50_000

/** What this process has let through: a client as RateLimiterRedis of rate-limiter-flexible wants it. `now` gives milliseconds since 1970. */
export function openOwnWindows(limit: WindowLimit, now: () => number) {
  const windows = new LRUCache<string, SlidingWindow>({ max: MAX_KEYS })
  return {
    async rlflxIncr([key, points]: [string, string]): Promise<Counted> {
      const window = windows.get(key) ?? new SlidingWindow(limit)
      if (Number(points) > 0) windows.set(key, window)
      return window.count(Number(points), now())
    },
    async giveBack(key: string, since: number): Promise<Counted | undefined> {
      return windows.get(key)?.count(-1, now(), since)
    },
  }
}
