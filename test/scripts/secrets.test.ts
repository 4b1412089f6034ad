import { execFile } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Made up here, as what finds secrets looks at this file too.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PLANTED = {
  'private.key': privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
  'database.ts': `const url = '${'postgres'}://admin:${randomBytes(9).toString('hex')}@db.internal:5432/marquee'`,
  'github.env': `TOKEN=${'ghp'}_${randomBytes(18).toString('hex')}`,
  'slack.json': JSON.stringify({ token: `${'xoxb'}-123456789012-1234567890123-${randomBytes(12).toString('hex')}` }),
}
const HARMLESS = { 'config.ts': `const url = '${'postgres'}://marquee:marquee@postgres:5432/marquee'` }

interface Found {
  readonly filePath: string
  readonly messages: readonly unknown[]
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marquee-secrets-'))
  const files = Object.entries({ ...PLANTED, ...HARMLESS })
  await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), text)))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs what `npm run secrets` runs, on the planted files. */
function lint(): Promise<{ found: Found[]; code: unknown }> {
  const options = ['--no-glob', '--format', 'json', '--secretlintrc', resolve('.secretlintrc.json')]
  const files = Object.keys({ ...PLANTED, ...HARMLESS })
  return new Promise((done) => {
    execFile(resolve('node_modules/.bin/secretlint'), [...options, ...files], { cwd: folder }, (error, stdout) =>
      done({ found: JSON.parse(stdout), code: error?.code ?? 0 }),
    )
  })
}

describe('npm run secrets', () => {
  it('finds a secret in each file where one is planted, and in no other', async () => {
    const { found, code } = await lint()
    const guilty = found.filter(({ messages }) => messages.length > 0).map(({ filePath }) => basename(filePath))
    expect(guilty.toSorted()).toEqual(Object.keys(PLANTED).toSorted())
    expect(code).toBe(1)
  })
})
