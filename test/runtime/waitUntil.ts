import { setTimeout as delay } from 'node:timers/promises'

const LOOK_AGAIN_MS = 10

/** Waits for a condition, for as long as the test may take. Gives how many ms it took. */
export async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<number> {
  const started = performance.now()
  while (!(await condition())) await delay(LOOK_AGAIN_MS)
  return performance.now() - started
}
