import { readdir, readFile } from 'node:fs/promises'

export interface ProcessEntry {
  readonly pid: number
  readonly name: string
  readonly parent: number
  readonly session: number
  /** When it started, in ticks since boot: process ids are given again. */
  readonly started: string
}

/** The processes that run on this machine, zombies left out, from /proc: a bare machine has no `ps`. */
export async function readProcesses(): Promise<ProcessEntry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  return stats.flatMap((stat) => {
    const [, pid, name, rest] = /^(\d+) \((.*)\) (.*)$/s.exec(stat) ?? []
    if (pid === undefined || name === undefined || rest === undefined) return []
    const [state, parent, , session, ...fields] = rest.split(' ')
    if (state === 'Z' || state === 'X') return []
    return [{ pid: Number(pid), name, parent: Number(parent), session: Number(session), started: fields[15]! }]
  })
}

/** Those of the processes that still run. */
export async function stillRunning(processes: readonly ProcessEntry[]): Promise<ProcessEntry[]> {
  const running = new Map((await readProcesses()).map(({ pid, started }) => [pid, started]))
  return processes.filter(({ pid, started }) => running.get(pid) === started)
}
