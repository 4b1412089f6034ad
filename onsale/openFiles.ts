import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Options, UsageError } from './options.js'

/** What a process has open besides its sockets and connections. */
const OTHERS = 200

/**
 * @throws {UsageError} when a process would need more open files than it may have, with what to do.
 */
export async function checkOpenFiles({ buyers, servers, generators, connections }: Options): Promise<void> {
  const sockets = Math.ceil(buyers / Math.min(servers, generators))
  const needed = sockets + connections + OTHERS
  const limit = await readLimit()
  if (limit >= needed) return
  throw new UsageError(
    `A process needs ${needed} open files and may have ${limit}: run \`ulimit -n ${needed}\` before (as root, also \`ulimit -Hn ${needed}\`), or take fewer buyers.`,
  )
}

/** As its children have it: Node takes for itself as many as it may, and passes that on. */
async function readLimit(): Promise<number> {
  const { stdout } = await promisify(execFile)('sh', ['-c', 'ulimit -n'])
  return stdout.trim() === 'unlimited' ? Number.POSITIVE_INFINITY : Number(stdout)
}
