import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ConcreteRequest } from 'relay-runtime'

const SCHEMA = new URL('../../../schema.graphql', import.meta.url)
const require = createRequire(import.meta.url)
const run = promisify(execFile)

/** A folder with the contract in schema.graphql, and these files; removed after `work`. */
async function inFolder<T>(files: Readonly<Record<string, string>>, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-manifest-'))
  try {
    await cp(SCHEMA, join(folder, 'schema.graphql'))
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    }
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What Apollo's generate-persisted-query-manifest writes for these documents. */
export async function makeByApollo(documents: Readonly<Record<string, string>>): Promise<string> {
  const config = JSON.stringify({ documents: ['src/*.graphql'], output: 'manifest.json' })
  return inFolder({ ...documents, 'persisted-query-manifest.config.json': config }, async (cwd) => {
    const tool = require.resolve('@apollo/generate-persisted-query-manifest/package.json')
    await run(process.execPath, [join(dirname(tool), 'cli.js')], { cwd })
    return readFile(join(cwd, 'manifest.json'), 'utf8')
  })
}

export interface MadeByRelay {
  /** The file of its persistConfig. */
  readonly manifest: string
  /** The artifacts of operations, by their names. */
  readonly operations: ReadonlyMap<string, ConcreteRequest>
}

/** What Relay's compiler writes for these sources. */
export async function makeByRelay(sources: Readonly<Record<string, string>>): Promise<MadeByRelay> {
  const config = JSON.stringify({
    src: './src',
    schema: './schema.graphql',
    artifactDirectory: './artifacts',
    language: 'javascript',
    eagerEsModules: false,
    persistConfig: { file: './persisted.json' },
  })
  const files = { ...sources, 'relay.config.json': config, 'artifacts/.keep': '', 'persisted.json': '{}' }
  return inFolder(files, async (cwd) => {
    await run(require('relay-compiler') as string, ['relay.config.json'], { cwd })
    const files = (await readdir(join(cwd, 'artifacts'))).filter((file) => file.endsWith('.graphql.js'))
    const loaded = files.map((file) => [basename(file, '.graphql.js'), require(join(cwd, 'artifacts', file))] as const)
    return { manifest: await readFile(join(cwd, 'persisted.json'), 'utf8'), operations: new Map(loaded) }
  })
}

/** What the client preset of GraphQL Code Generator writes into persisted-documents.json for these documents. */
export async function makeByClientPreset(documents: Readonly<Record<string, string>>): Promise<string> {
  const output = { preset: 'client', presetConfig: { persistedDocuments: true } }
  const config = { schema: 'schema.graphql', documents: 'src/*.graphql', generates: { 'gql/': output } }
  return inFolder({ ...documents, 'codegen.json': JSON.stringify(config) }, async (cwd) => {
    // Where it looks for the preset.
    await symlink(fileURLToPath(new URL('../../../node_modules', import.meta.url)), join(cwd, 'node_modules'))
    const tool = join(dirname(require.resolve('@graphql-codegen/cli/package.json')), 'cjs', 'bin.js')
    await run(process.execPath, [tool, '--config', 'codegen.json'], { cwd })
    return readFile(join(cwd, 'gql', 'persisted-documents.json'), 'utf8')
  })
}
