import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Keeps the servers on one core and the load generator on another, until the function that it gives is called. Otherwise the
 * kernel puts who is woken beside who woke him, or elsewhere, and a round measures which of both it did. Does nothing
 * where there is no taskset or but one core.
 */
export async function pinApart(serverPids: readonly number[]): Promise<() => Promise<void>> {
  if (availableParallelism() < 2) return async () => {}
  const all = `0-${availableParallelism() - 1}`
  await Promise.all(serverPids.map((pid) => pin(pid, '0')))
  await pin(process.pid, '1')
  return () => pin(process.pid, all)
}

/** All threads of a process. */
async function pin(pid: number, cores: string): Promise<void> {
  await run('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)]).catch(() => {})
}
