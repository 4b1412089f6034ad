import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ConcreteRequest } from 'relay-runtime'

/** What `npm run relay` has made of an operation or a fragment. */
export async function load<Artifact = ConcreteRequest>(name: string): Promise<Artifact> {
  return (await import(`./__generated__/${name}.graphql.js`)).default
}

/** Throws what relay-compiler says, where it finds a mistake or would write other artifacts than those that are checked in. */
export async function validateArtifacts(): Promise<void> {
  const compiler = createRequire(import.meta.url)('relay-compiler') as string
  await promisify(execFile)(compiler, ['relay.config.json', '--validate'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  })
}
