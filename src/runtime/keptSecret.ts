import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { StartupError } from './startupError.js'

/**
 * The secret of this data folder, in a file that its owner alone may read. Made once: whoever comes at the same time gets the
 * same one.
 *
 * @throws {StartupError} when the file can be neither read nor made.
 */
export async function keepSecret(dataDir: string): Promise<string> {
  const path = join(resolve(dataDir), 'jwt.secret')
  try {
    return (await readSecret(path)) ?? (await makeSecret(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartupError(
      `The file ${path} can be neither read nor made (${code}). Set JWT_SECRET or MARQUEE_DATA_DIR.`,
    )
  }
}

async function readSecret(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Written as a whole under another name first: a link does not replace what somebody else has made meanwhile. */
async function makeSecret(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(draft, `${randomBytes(48).toString('base64')}\n`, { mode: 0o600 })
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return (await readFile(path, 'utf8')).trim()
}
