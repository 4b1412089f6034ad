import { vi } from 'vitest'
import { RateLimits } from '../../../src/lib/rateLimits/rateLimits.js'
import type { RedisScripts } from '../../../src/lib/redis/redisScripts.js'
import { JumpingClock } from '../../kit/clock.js'

/** On a busy machine Redis may be too slow once, and then each counts by itself: what comes in the end is the same. */
export const POLL = { timeout: 15_000 }

/** The limits as a process has them. */
export const open = (redis: RedisScripts | null) => new RateLimits({ clock: new JumpingClock(), redis })

/** Where vitest makes the time. */
export const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)
