import { chownSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { findOnPath } from './findOnPath.js'
import { StartupError } from './startupError.js'

/** How to run commands as somebody who is not root, as Postgres refuses to be. */
export interface Unprivileged {
  /** Gives a file or folder to whom the commands run as. */
  own(path: string): void
  /** The command as it has to be run. */
  wrap(command: readonly string[]): string[]
}

interface User {
  readonly uid: number
  readonly gid: number
}

const ANYBODY_MAY_PASS = 0o001

/**
 * Finds a way to run commands that need these paths without being root. An ordinary user runs them as they are. Root runs them
 * as `postgres`, or else as `nobody`; where such a user cannot reach a path, as it lies in root's home or in a private
 * temporary folder, with the one capability to pass folders.
 *
 * @throws {StartupError} when there is no way.
 */
export function findUnprivileged(paths: readonly string[]): Unprivileged {
  if (process.getuid?.() !== 0) return { own: () => {}, wrap: (command) => [...command] }
  const user = findUser('postgres') ?? findUser('nobody')
  const setpriv = findOnPath(['setpriv'])
  if (user === null || setpriv === null) {
    throw new StartupError(
      'Postgres does not run as root, and there is no `setpriv` or no user `postgres` to run it as: start as an ordinary user, or set DATABASE_URL.',
    )
  }
  const capabilities = paths.every(isReachable) ? '-all' : '+dac_read_search'
  const drop = [setpriv, `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const keep = [`--inh-caps=${capabilities}`, `--ambient-caps=${capabilities}`]
  return {
    own: (path) => chownSync(path, user.uid, user.gid),
    wrap: (command) => [...drop, ...keep, ...command],
  }
}

function findUser(name: string): User | null {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name)
  return entry === undefined ? null : { uid: Number(entry[2]), gid: Number(entry[3]) }
}

/** Whether anybody may pass all folders above the path. */
function isReachable(path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & ANYBODY_MAY_PASS) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
