import { execFileSync } from 'node:child_process'
import { findOnPath } from '../../src/runtime/findOnPath.js'

/** Makes sure that there is a Redis or a Valkey to start: on a Debian machine, root installs it. */
export async function installRedis(): Promise<void> {
  if ((await findOnPath(['redis-server', 'valkey-server'])) !== null) return
  if (process.getuid?.() !== 0 || (await findOnPath(['apt-get'])) === null) {
    throw new Error(
      'The tests need a Redis: install one (`sudo apt-get install redis-server`), or set REDIS_URL to one that runs.',
    )
  }
  console.log('Installing redis-server, which the tests need …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], {
    env,
    stdio: 'inherit',
  })
}
