import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { check } from './checker/check.js'
import { nothingPending } from './checker/pending.js'

const LOOK_EVERY_MS = 500

/** Waits until nothing is pending, for so long at most. Whether it came to that. */
export async function settle(pool: pg.Pool, withinMs: number): Promise<boolean> {
  return waitFor(async () => (await check(pool, [nothingPending])).length === 0, withinMs)
}

/** Waits until something is so, for so long at most. Whether it came to that. */
export async function waitFor(isSo: () => Promise<boolean> | boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > end) return false
    await delay(LOOK_EVERY_MS)
  }
  return true
}
