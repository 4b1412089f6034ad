import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../kit/client.js'
import { signIn } from '../kit/operations.js'
import { startServer, type TestServer } from '../kit/server.js'
import { build, Stage } from './program.js'

const stage = new Stage()
let server: TestServer
let token: string

// Each command is a process of its own, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
beforeAll(async () => {
  build()
  server = await startServer()
  token = await signIn(server.anonymous, await server.seed.account({ email: 'ann@example.org' }))
})
afterEach(() => stage.clear())
afterAll(() => server.close())

/** Runs `npm run admin -- ...` to its end. */
async function admin(...args: string[]) {
  const command = [process.execPath, 'dist/admin.js', ...args]
  const program = stage.start(await stage.folder(), { DATABASE_URL: server.databaseUrl }, command)
  const { code } = await program.ended()
  return { code, stdout: program.stdout, stderr: program.stderr }
}

const roles = async () => (await createClient(server.url, token).query('{ viewer { roles } }')).viewer.roles

describe('npm run admin', () => {
  it('says who is an admin, as often as one likes', async () => {
    expect(await roles()).toEqual(['CUSTOMER'])
    const added = { code: 0, stdout: 'ann@example.org is an admin.\n', stderr: '' }
    expect(await admin('add', 'Ann@Example.org')).toEqual(added)
    expect(await admin('add', 'ann@example.org')).toEqual(added)
    expect(await roles()).toEqual(['CUSTOMER', 'ADMIN'])
    expect(await admin('list')).toEqual({ code: 0, stdout: 'ann@example.org\n', stderr: '' })
    expect(await admin('remove', 'ann@example.org')).toMatchObject({
      stdout: 'ann@example.org is no admin any more.\n',
    })
    expect(await roles()).toEqual(['CUSTOMER'])
    expect(await admin('list')).toMatchObject({ code: 0, stdout: 'There is no admin yet.\n' })
  })

  it.each([
    [['add', 'bob@example.org'], 'There is no account bob@example.org.'],
    [['remove', 'ann@example.org'], 'ann@example.org is no admin.'],
    [['crown', 'ann@example.org'], 'Unknown arguments "crown ann@example.org"'],
    [['add'], 'Unknown arguments "add"'],
    [['add', 'ann@example.org', '1'], 'Unknown arguments "add ann@example.org 1"'],
  ])('refuses %j in one line', async (args, message) => {
    const { code, stdout, stderr } = await admin(...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr).toContain(message)
    expect(await server.seed.sql('SELECT 1 FROM admin')).toEqual([])
  })
})
