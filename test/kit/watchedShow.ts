import { expect, vi } from 'vitest'
import type { Client, Subscription } from './client.js'
import type { SeededShow } from './seed.js'
import type { TestServer } from './server.js'
import { readSeats, WATCH, WatchedMap } from './watchedMap.js'

const POLL = { timeout: 20_000, interval: 10 }

/** A show that is watched, with its map as a client keeps it. */
export interface WatchedShow {
  readonly map: WatchedMap
  /** Fulfilled when the subscription has ended, by whomever. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/** Watches a show from the first event on, or goes on with a map that was kept. */
export async function watchShow(client: Client, show: SeededShow, map = new WatchedMap()): Promise<WatchedShow> {
  const watcher = client.subscribe(WATCH, { id: show.id, after: map.cursor })
  map.apply((await watcher.next()).seatMapChanged)
  return { map, ended: follow(watcher, map), close: () => watcher.close() }
}

async function follow(watcher: Subscription, map: WatchedMap): Promise<void> {
  try {
    for (;;) map.apply((await watcher.next()).seatMapChanged)
  } catch {
    // It was closed.
  }
}

/** Counts the looks of a server that have ended. */
export function countLooks({ services: { db } }: TestServer) {
  const run = db.run.bind(db)
  const looks = { ended: 0 }
  const counting: typeof db.run = async (statement, values) => {
    try {
      return await run(statement, values)
    } finally {
      if (statement.name === 'seatmaps.readChanges') looks.ended++
    }
  }
  const spy = vi.spyOn(db, 'run').mockImplementation(counting)
  return { looks, stop: () => spy.mockRestore() }
}

/** A server looks a second after its last look: what it does not know by the end of the second look from now, it knows after 2 s. */
const LOOKS_WITHIN_2_S = 2

/** Expects a map to become equal to the database within so many looks of its server, however slow the machine is. */
export async function expectRight(show: SeededShow, server: TestServer, { map }: WatchedShow): Promise<void> {
  const truth = await readSeats(server, show)
  const { looks, stop } = countLooks(server)
  await expect.poll(() => map.list(show), POLL).toEqual(truth)
  stop()
  expect(looks.ended).toBeLessThanOrEqual(LOOKS_WITHIN_2_S)
}
