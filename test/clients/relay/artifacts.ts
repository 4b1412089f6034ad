import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ConcreteRequest } from 'relay-runtime'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

/** What the compiler has made of an operation or a fragment. */
export async function load<Artifact = ConcreteRequest>(name: string): Promise<Artifact> {
  return (await import(/* @vite-ignore */ `${FOLDER}__generated__/${name}.graphql.js`)).default
}

/** Compiles all operations and fragments of this folder. Throws what relay-compiler has to say against them, or against the schema. */
export async function compile(): Promise<void> {
  const compiler = createRequire(import.meta.url)('relay-compiler') as string
  await mkdir(`${FOLDER}__generated__`, { recursive: true })
  await promisify(execFile)(compiler, ['relay.config.json'], { cwd: FOLDER })
}
