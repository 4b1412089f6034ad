import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { toGlobalId } from '../../src/lib/globalId.js'
import { startServer, type TestServer } from '../kit/server.js'
import { build, Stage } from './program.js'

const stage = new Stage()
let server: TestServer
let theaterId: number

// Each command is a process of its own, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
beforeAll(async () => {
  build()
  server = await startServer()
  const show = await server.seed.show()
  const [row] = await server.seed.sql(
    'SELECT theater_id FROM screen JOIN show ON screen.id = screen_id WHERE show.id = $1',
    [show.key],
  )
  theaterId = row.theater_id
  await server.anonymous.query(
    `mutation { signUp(input: { name: "Ann", email: "ann@example.org", password: "correct horse" }) { __typename } }`,
  )
})
afterEach(() => stage.clear())
afterAll(() => server.close())

/** Runs `npm run staff -- ...` to its end. */
async function staff(...args: string[]) {
  const command = [process.execPath, 'dist/staff.js', ...args]
  const program = stage.start(await stage.folder(), { DATABASE_URL: server.databaseUrl }, command)
  const { code } = await program.ended()
  return { code, stdout: program.stdout, stderr: program.stderr }
}

const written = () => server.seed.sql('SELECT theater_id FROM theater_staff')

describe('npm run staff', () => {
  it('says who works at a theater, by either id of it, as often as one likes', async () => {
    const globalId = toGlobalId('Theater', theaterId)
    const added = { code: 0, stdout: `ann@example.org works at theater ${theaterId}.\n`, stderr: '' }
    expect(await staff('add', 'Ann@Example.org', globalId)).toEqual(added)
    expect(await staff('add', 'ann@example.org', String(theaterId))).toEqual(added)
    expect(await written()).toEqual([{ theater_id: theaterId }])
    expect(await staff('list')).toMatchObject({ code: 0, stdout: `ann@example.org  ${globalId}  The Theater\n` })
    expect(await staff('remove', 'ann@example.org', globalId)).toMatchObject({
      stdout: `ann@example.org does not work at theater ${theaterId} any more.\n`,
    })
    expect(await written()).toEqual([])
    expect(await staff('list')).toMatchObject({ code: 0, stdout: 'Nobody works anywhere yet.\n' })
  })

  it.each([
    [['add', 'bob@example.org', '1'], 'There is no account bob@example.org, or no theater 1.'],
    [['add', 'ann@example.org', '999999'], 'There is no account ann@example.org, or no theater 999999.'],
    [['add', 'ann@example.org', 'TW92aWU6MQ'], '"TW92aWU6MQ" is not the id of a theater.'],
    [['remove', 'ann@example.org', '1'], 'ann@example.org does not work at theater 1.'],
    [['hire', 'ann@example.org', '1'], 'Unknown arguments "hire ann@example.org 1"'],
    [['add', 'ann@example.org'], 'Unknown arguments "add ann@example.org"'],
  ])('refuses %j in one line', async (args, message) => {
    const { code, stdout, stderr } = await staff(...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr).toContain(message)
    expect(await written()).toEqual([])
  })
})
