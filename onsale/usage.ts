import { readFile } from 'node:fs/promises'

/** What a process uses: its memory now and at most, in bytes, and the CPU time it has had, in seconds. */
export interface Usage {
  readonly rss: number
  readonly peak: number
  readonly cpuSeconds: number
}

const KILOBYTE = 1024
/** Of the kernel, for all that it tells other programs. */
const TICKS_A_SECOND = 100

/** What processes use together, null where there is no /proc to tell it. */
export async function readUsage(pids: readonly number[]): Promise<Usage | null> {
  try {
    const all = await Promise.all(pids.map(readOne))
    const sum = (key: keyof Usage) => all.reduce((total, usage) => total + usage[key], 0)
    return { rss: sum('rss'), peak: sum('peak'), cpuSeconds: sum('cpuSeconds') }
  } catch {
    return null
  }
}

async function readOne(pid: number): Promise<Usage> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)![1]) * KILOBYTE
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // After the name, which may have spaces: the 12th and 13th are the times in its own code and in the kernel.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  return { rss: kilobytes('VmRSS'), peak: kilobytes('VmHWM'), cpuSeconds }
}
