import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StartupError } from './startupError.js'

const GONE_WITHIN_MS = 20_000
const LOOK_AGAIN_MS = 20

/**
 * Makes sure that no Postgres uses the data folder, and notes that this process is the one to use it now. A Postgres whose
 * Marquee was killed is about to end by itself, or is told to, and waited for.
 *
 * @throws {StartupError} when a living Marquee uses it.
 */
export async function endOrphan(dataDir: string, folder: string): Promise<void> {
  const ownerFile = join(dataDir, 'marquee.pid')
  const postmaster = await readPid(join(folder, 'postmaster.pid'))
  if (postmaster !== null && isAlive(postmaster)) {
    const owner = await readPid(ownerFile)
    if (owner !== null && owner !== process.pid && isAlive(owner)) {
      throw new StartupError(
        `Another Marquee (process ${owner}) uses ${dataDir}: stop it, or set MARQUEE_DATA_DIR to another folder.`,
      )
    }
    await end(postmaster)
  }
  await writeFile(ownerFile, `${process.pid}\n`)
}

async function end(pid: number): Promise<void> {
  const deadline = performance.now() + GONE_WITHIN_MS
  signal(pid, 'SIGINT')
  while (isAlive(pid)) {
    if (performance.now() > deadline) {
      throw new StartupError(`A Postgres that was left behind (process ${pid}) does not end: kill it, and start again.`)
    }
    await delay(LOOK_AGAIN_MS)
  }
}

/** The process id in the first line of a file, null if there is none. */
async function readPid(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return pid > 0 ? pid : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended meanwhile.
  }
}
