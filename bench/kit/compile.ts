import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = new URL('../..', import.meta.url).pathname
/** Where what is compiled lies, in the folders of its sources. */
export const COMPILED = join(ROOT, 'bench/dist')

/**
 * Compiles the servers, ours and the others, as `npm run build` compiles: what tsx makes of a module is slower. Gives the
 * folder of the compiled servers.
 */
export async function compileServers(): Promise<string> {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  try {
    await promisify(execFile)(process.execPath, [tsc, '-p', join(ROOT, 'bench')])
  } catch (error) {
    throw new Error(`The servers do not compile:\n${(error as { stdout?: string }).stdout || error}`)
  }
  await copyFile(join(ROOT, 'schema.graphql'), join(COMPILED, 'schema.graphql'))
  return join(COMPILED, 'bench/servers')
}
