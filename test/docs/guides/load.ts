import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const GUIDES = ['single-page-app', 'live-map', 'partner'] as const
type Guide = (typeof GUIDES)[number]

/** The TypeScript of a guide, all of its blocks. */
function readCode(guide: Guide): string {
  const text = readFileSync(`docs/guides/${guide}.md`, 'utf8')
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code).join('\n')
}

/** Makes a folder in this project, where imports are found, for as long as `use` takes. */
async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(resolve('test/docs/guides/code.tmp.'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Runs the code of a guide as it stands, but for the server that it asks, and gives what it exports. */
export function loadGuide<Exports>(guide: Guide, url: string): Promise<Exports> {
  return withFolder(async (folder) => {
    const file = join(folder, `${guide}.ts`)
    await writeFile(file, readCode(guide).replaceAll('localhost:4000', new URL(url).host))
    return import(/* @vite-ignore */ file)
  })
}

/** Compiles the code of all guides as strictly as our own, for a browser. Throws what the compiler says. */
export async function checkTypes(): Promise<void> {
  const compilerOptions = { lib: ['es2023', 'dom', 'dom.asynciterable'] }
  const config = { extends: resolve('tsconfig.json'), compilerOptions, include: ['*.ts'], exclude: [] }
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
    await Promise.all(GUIDES.map((guide) => writeFile(join(folder, `${guide}.ts`), readCode(guide))))
    await compile(folder)
  })
}

async function compile(folder: string): Promise<void> {
  try {
    await promisify(execFile)(resolve('node_modules/.bin/tsc'), ['-p', folder])
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout)
  }
}
