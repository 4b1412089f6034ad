import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { StartupError } from './startupError.js'

export interface FileLock {
  /** The open file that holds the lock; a child that inherits it holds the lock as well. */
  readonly file: number
  release(): Promise<void>
}

/** How long what a killed process left behind has to end. */
const WAIT_SECONDS = 10

/**
 * Node has no flock(2), but a lock belongs to the open file and not to the process that asked for it: a short-lived child
 * that inherits the file can ask. Both commands exit with 0 once they have the lock.
 */
const LOCKERS = [
  { command: 'flock', args: (seconds: number) => ['-x', '-w', String(seconds), '3'] },
  {
    command: 'perl',
    args: (seconds: number) => [
      '-e',
      'open(F, ">&=3"); exit 0 if flock(F, 6); exit 1 unless $ARGV[0]; alarm $ARGV[0]; exit(flock(F, 2) ? 0 : 1)',
      String(seconds),
    ],
  },
] as const

/**
 * Locks the file at `path` for this process and for the children that get `file`; the kernel lets go when all of them are gone,
 * however they end. A holder that was killed is waited for while its children end.
 *
 * @throws {StartupError} when another process holds it; the message is what `inUse` says of that process id.
 */
export async function lockFile(path: string, inUse: (holder: string) => string): Promise<FileLock> {
  const handle = await open(path, 'a+')
  try {
    if (!(await flock(handle, 0))) {
      const holder = await readFile(path, 'utf8')
      if (holder.trim() === (await identify(parseInt(holder, 10))))
        throw new StartupError(inUse(`process ${parseInt(holder, 10)}`))
      if (!(await flock(handle, WAIT_SECONDS))) throw new StartupError(inUse('a process that this one cannot see'))
    }
    await handle.truncate(0)
    await handle.write(`${await identify(process.pid)}\n`)
  } catch (error) {
    await handle.close()
    throw error
  }
  return { file: handle.fd, release: () => handle.close() }
}

async function flock(handle: FileHandle, seconds: number): Promise<boolean> {
  for (const { command, args } of LOCKERS) {
    const child = spawn(command, args(seconds), { stdio: ['ignore', 'ignore', 'ignore', handle.fd] })
    const outcome = await Promise.race([once(child, 'exit'), once(child, 'error')]).catch(() => ['missing'])
    if (typeof outcome[0] === 'number' || outcome[0] === null) return outcome[0] === 0
  }
  // Where there is neither, Postgres' own postmaster.pid is what keeps two servers apart.
  return true
}

/** The process id with the time of its start, where /proc tells it: ids are given again. Null when no such process runs. */
async function identify(pid: number): Promise<string | null> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (stat === null) return String(pid)
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' ? null : `${pid} ${fields[18]}`
}
