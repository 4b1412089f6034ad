import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Config } from '../config.js'
import { makeSigningKey } from '../lib/signingKey.js'
import { StartupError } from './startupError.js'

/** A secret that is made up where none is configured. */
interface SecretKind {
  /** The name of its file. */
  readonly file: string
  /** The variable by which one can be given instead. */
  readonly variable: string
  readonly make: () => string
}

const JWT_SECRET: SecretKind = {
  file: 'jwt.secret',
  variable: 'JWT_SECRET',
  make: () => randomBytes(48).toString('base64'),
}

const TICKET_KEY: SecretKind = {
  file: 'ticket.key',
  variable: 'TICKET_SIGNING_KEY',
  make: makeSigningKey,
}

/** What all processes of one database have to share. */
export interface Secrets {
  readonly jwtSecret: string
  /** As parseSigningKey reads it. */
  readonly ticketKey: string
}

/**
 * The secrets that are configured, and those of the data folder where none are.
 *
 * @throws {StartupError} when a file can be neither read nor made.
 */
export async function keepSecrets({ dataDir, jwtSecret, ticketSigningKey }: Config): Promise<Secrets> {
  return {
    jwtSecret: jwtSecret ?? (await keepSecret(dataDir, JWT_SECRET)),
    ticketKey: ticketSigningKey ?? (await keepSecret(dataDir, TICKET_KEY)),
  }
}

/**
 * A secret of this data folder, in a file that its owner alone may read. Made once: whoever comes at the same time gets the
 * same one.
 */
async function keepSecret(dataDir: string, { file, variable, make }: SecretKind): Promise<string> {
  const path = join(resolve(dataDir), file)
  try {
    return (await readSecret(path)) ?? (await makeSecret(path, make()))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartupError(
      `The file ${path} can be neither read nor made (${code}). Set ${variable} or MARQUEE_DATA_DIR.`,
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
async function makeSecret(path: string, secret: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(draft, `${secret}\n`, { mode: 0o600 })
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return (await readFile(path, 'utf8')).trim()
}
