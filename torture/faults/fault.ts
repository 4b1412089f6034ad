import { setTimeout as delay } from 'node:timers/promises'
import type { Random } from '../kit/random.js'
import type { ServerProcess } from '../world/serverProcess.js'
import type { World } from '../world/world.js'

export interface Fault {
  readonly name: string
  /** How often it is chosen, beside the others. */
  readonly weight: number
  /** Does it, and undoes it where it can be undone. May end early when the signal says so. */
  run(world: World, random: Random, signal: AbortSignal): Promise<void>
}

/** Waits, or until the signal says that all faults end. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {})
}

/** A server that runs. */
export function pickRunning({ servers }: World, random: Random): ServerProcess | null {
  return pick(servers, random)
}

/** A server that runs, or the worker. */
export function pickProcess({ servers, worker }: World, random: Random): ServerProcess | null {
  return pick([...servers, worker], random)
}

function pick(processes: readonly ServerProcess[], random: Random): ServerProcess | null {
  const running = processes.filter(({ isRunning }) => isRunning)
  return running.length === 0 ? null : random.pick(running)
}
