import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ConcreteRequest } from 'relay-runtime'

const SCHEMA = new URL('../../../schema.graphql', import.meta.url)
const SOURCE = new URL('tickets.js', import.meta.url)
const CONFIG = {
  src: './src',
  schema: './schema.graphql',
  artifactDirectory: './artifacts',
  language: 'javascript',
  eagerEsModules: false,
}

/** Compiled operations by their names in tickets.js, and how to remove them. */
export interface Artifacts {
  request(name: string): ConcreteRequest
  remove(): Promise<void>
}

/** Compiles tickets.js against the schema by the real relay-compiler, into a folder of its own. Throws what the compiler says. */
export async function compile(): Promise<Artifacts> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-relay-'))
  await Promise.all([mkdir(join(folder, 'src')), mkdir(join(folder, 'artifacts'))])
  await cp(SOURCE, join(folder, 'src', 'tickets.js'))
  await cp(SCHEMA, join(folder, 'schema.graphql'))
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(CONFIG))
  const require = createRequire(import.meta.url)
  await promisify(execFile)(require('relay-compiler') as string, ['relay.config.json'], { cwd: folder })
  return {
    request: (name) => require(join(folder, 'artifacts', `${name}.graphql.js`)) as ConcreteRequest,
    remove: () => rm(folder, { recursive: true }),
  }
}
