import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('../../.ci/install-redis', import.meta.url))

/** Makes sure that there is a Redis or a Valkey to start: on a Debian machine, root installs it. Says what to do where it cannot. */
export function installRedis(): void {
  try {
    execFileSync('bash', [SCRIPT], { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' })
  } catch (error) {
    throw new Error((error as { stderr: string }).stderr.trim())
  }
}
