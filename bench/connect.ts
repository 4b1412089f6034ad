import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTelling } from './fanOut.js'
import type { Bench } from './kit/bench.js'
import { cpuSecondsOf, residentBytesOf } from './kit/processStat.js'
import { Watchers } from './kit/watchers.js'

const WATCHERS = 10_000
const FIRST_WATCHERS = 1_000
const LIMIT_SECONDS = 15
const LIMIT_BYTES = 16 * 1024
const WINDOW_MS = 20
const EVENTS = 20
const COLLECTIONS = 3

export const connect: Bench = {
  name: 'connect-10k',
  title: `how long ${WATCHERS} sockets take until each has connected and got the map of one show, of ${LIMIT_SECONDS} s`,
  goal: 1,
  bound: 'at most',
  async run(lab, note) {
    const { server, payload } = await startTelling(lab, WINDOW_MS)
    const cpu = cpuSecondsOf(server.pid)
    const startedAt = performance.now()
    const watchers = await Watchers.connect({ port: server.port, count: WATCHERS, payload })
    const seconds = (performance.now() - startedAt) / 1000
    const worked = cpuSecondsOf(server.pid) - cpu
    note(
      `${watchers.count} have a map of ${watchers.messageBytes} B after ${seconds.toFixed(1)} s, of which the server worked ${worked.toFixed(1)} s`,
    )
    await watchers.close()
    return seconds / LIMIT_SECONDS
  },
}

export const watcherMemory: Bench = {
  name: 'watcher-kb',
  title: `what each watcher from ${FIRST_WATCHERS} to ${WATCHERS} costs the server in resident memory, of ${LIMIT_BYTES / 1024} kB`,
  goal: 1,
  bound: 'at most',
  async run(lab, note) {
    const { server, payload } = await startTelling(lab, WINDOW_MS)
    const connectMore = async (count: number) => {
      const watchers = await Watchers.connect({ port: server.port, count, payload })
      for (let event = 0; event < EVENTS; event++) {
        const delivered = watchers.deliver(count)
        server.tell('tell')
        await delivered
      }
      // Else it depends on how long ago the last collection was. What it frees is given back little by little.
      for (let times = 0; times < COLLECTIONS; times++) {
        server.tell('collect')
        await sleep(2_000)
      }
      return { watchers, bytes: residentBytesOf(server.pid) }
    }
    const few = await connectMore(FIRST_WATCHERS)
    const many = await connectMore(WATCHERS - FIRST_WATCHERS)
    const each = (many.bytes - few.bytes) / many.watchers.count
    note(
      `${toMb(few.bytes)} MB at ${few.watchers.count}, ${toMb(many.bytes)} MB at ${WATCHERS}: ${Math.round(each)} B each`,
    )
    await few.watchers.close()
    await many.watchers.close()
    return each / LIMIT_BYTES
  },
}

function toMb(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0)
}
