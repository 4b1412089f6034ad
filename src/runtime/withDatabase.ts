import { type Config, hidePassword } from '../config.js'
import { createLogger } from '../lib/logger.js'
import { prepareDatabase } from '../prepareDatabase.js'
import { startEmbeddedPostgres } from './embeddedPostgres.js'
import { findRunningPostgres } from './runningPostgres.js'
import { StartupError } from './startupError.js'

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '28P01',
  '28000',
  '3D000',
])

/**
 * Runs a command on the migrated database of the configuration: that of DATABASE_URL, else the built-in one, which is started
 * for it and stopped afterwards unless it runs already.
 *
 * @throws {StartupError} when it cannot be used; what `work` throws.
 */
export async function withDatabase(
  { databaseUrl, dataDir }: Config,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const running = databaseUrl ?? (await findRunningPostgres(dataDir))
  const embedded = running === null ? await startEmbeddedPostgres({ dataDir, log: createLogger('warn') }) : null
  try {
    const url = running ?? embedded!.url
    await bringUpToDate(url)
    await work(url)
  } finally {
    await embedded?.stop()
  }
}

async function bringUpToDate(url: string): Promise<void> {
  try {
    await prepareDatabase(url)
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    if (!UNREACHABLE.has(code ?? '')) throw error
    throw new StartupError(`The database ${hidePassword(url)} cannot be used: ${message || code}.`, { cause: error })
  }
}
