import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { identifyPartner } from '../../src/modules/partners/index.js'
import { startServer, type TestServer } from '../kit/server.js'
import { build, Stage } from './program.js'

const stage = new Stage()
let server: TestServer

// Each command is a process of its own, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
beforeAll(async () => {
  build()
  server = await startServer()
})
afterEach(() => stage.clear())
afterAll(() => server.close())

/** Runs `npm run partner -- ...` to its end. */
async function partner(...args: string[]) {
  const command = [process.execPath, 'dist/partner.js', ...args]
  const program = stage.start(await stage.folder(), { DATABASE_URL: server.databaseUrl }, command)
  const { code } = await program.ended()
  return { code, stdout: program.stdout, stderr: program.stderr }
}

/** A file in a folder of its own. */
async function write(name: string, text: string): Promise<string> {
  const file = join(await stage.folder(), name)
  await writeFile(file, text)
  return file
}

const MOVIES = 'query Movies { movies { nodes { id title } } }'
const HOLD = 'mutation Hold($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename } }'
const EXAMPLE = 'docs/partners/persisted-query-manifest.json'
/** The schema with another name for a field of what HOLD takes. */
const RENAMED = readFileSync('schema.graphql', 'utf8').replace('  holdSeconds: Int\n', '  seconds: Int\n')

describe('npm run partner', () => {
  it('makes a partner with a key, which is rotated and revoked, and disables it', async () => {
    const created = await partner('create', 'Timetables', '--requests', '60')
    expect(created).toMatchObject({ code: 0, stderr: '' })
    expect(created.stdout).toMatch(/^\w+ {2}Timetables {2}60 requests and a cost of 60000 a minute\n/)

    const made = await partner('key', 'create', 'timetables', '--scopes', 'read')
    const [key] = made.stdout.split('\n')
    const caller = await identifyPartner(server.services, key!)
    expect(caller).toMatchObject({ partnerName: 'Timetables', scopes: ['READ'], requestsPerMinute: 60 })
    const rotated = await partner('key', 'rotate', key!.slice(0, 16), '--overlap', '1')
    const [successor] = rotated.stdout.split('\n')
    expect(rotated.stdout).toContain(`${key!.slice(0, 16)} is good until `)
    expect(await identifyPartner(server.services, successor!)).toMatchObject({ scopes: ['READ'] })

    const revoked = await partner('key', 'revoke', successor!)
    expect(revoked.stdout).toMatch(new RegExp(`^${successor!.slice(0, 16)} is revoked since \\S+\\.\n$`))
    server.clock.jump(6)
    expect(await identifyPartner(server.services, successor!)).toBeNull()
    const { stdout } = await partner('key', 'list', 'Timetables')
    expect(stdout).toMatch(
      /^mq_live_\w{8} {2}READ {2}used \S+ {2}good until \S+\nmq_live_\w{8} {2}READ {2}used \S+ {2}revoked \S+\n$/,
    )
    expect(stdout).not.toContain(key!.slice(17))

    expect((await partner('disable', 'Timetables')).stdout).toBe('Timetables is disabled: its keys are refused.\n')
    expect((await partner('list')).stdout).toMatch(/ {2}Timetables {2}.* {2}disabled since \S+\n$/)
    expect((await partner('enable', 'Timetables')).stdout).toBe('Timetables is not disabled any more.\n')
  })

  it('registers operations, and tells what a schema would break', async () => {
    await partner('create', 'Apps')
    const manifest = await write('persisted.json', JSON.stringify({ a: MOVIES, b: HOLD }))
    expect((await partner('register', 'Apps', manifest)).stdout).toBe(
      'Apps may send 2 more operations; 0 it could send already.\n',
    )
    expect((await partner('operations', 'Apps')).stdout).toBe('a  QUERY  Movies\nb  MUTATION  Hold\n')
    expect(await partner('check')).toEqual({
      code: 0,
      stdout: 'All 2 registered operations are good for the schema.\n',
      stderr: '',
    })
    const schema = await write(
      'next.graphql',
      'type Query { movies: Movies } type Movies { nodes: [Movie!] } type Movie { id: ID }',
    )
    expect(await partner('check', '--schema', schema)).toEqual({
      code: 1,
      stdout: '',
      stderr: `2 of 2 registered operations would break:
Apps: Movies a
  Cannot query field "title" on type "Movie". (1:36)
  Query.movies changed type from MovieConnection! to Movies.
  Movie.id changed type from ID! to ID.
Apps: Hold b
  Unknown type "HoldSeatsInput". (1:23)
`,
    })
    expect(await partner('check', '--schema', await write('renamed.graphql', RENAMED))).toEqual({
      code: 1,
      stdout: '',
      stderr: `1 of 2 registered operations would break:
Apps: Hold b
  HoldSeatsInput.holdSeconds was removed.
`,
    })
    const changed = await write('changed.json', JSON.stringify({ a: HOLD }))
    expect(await partner('register', 'Apps', changed)).toEqual({
      code: 1,
      stdout: '',
      stderr: '1 of the ids stand for other texts already: nothing was registered.\na\n',
    })
    expect((await partner('remove', 'Apps', 'a', 'b')).stdout).toBe('Apps may send 2 operations less.\n')
  })

  it('says of how many operations it is not known what they were made for', async () => {
    await partner('create', 'Old apps')
    await partner('register', 'Old apps', await write('persisted.json', JSON.stringify({ b: HOLD })))
    await server.seed.sql('UPDATE partner_operation SET schema_hash = NULL')
    expect(await partner('check', '--schema', await write('renamed.graphql', RENAMED))).toEqual({
      code: 0,
      stdout: `All 1 registered operations are good for the schema.
It is not known for which schema 1 of them were made, until they are registered again.
`,
      stderr: '',
    })
    await partner('remove', 'Old apps', 'b')
  })

  it('checks a manifest without a database', async () => {
    const check = async (file: string, ...options: string[]) => {
      const command = [process.execPath, 'dist/partner.js', 'check', '--manifest', file, ...options]
      const program = stage.start('/dev/null', {}, command)
      return { ...(await program.ended()), stdout: program.stdout, stderr: program.stderr }
    }
    expect(await check(EXAMPLE)).toMatchObject({
      code: 0,
      stdout: `All 4 operations of ${EXAMPLE} are good for the schema.\n`,
    })
    const file = await write('broken.json', JSON.stringify({ a: '{ nothing', b: MOVIES }))
    expect(await check(file)).toMatchObject({
      code: 1,
      stderr: `1 of 2 operations of ${file} are not good:\n(no name) a\n  Syntax Error: Expected Name, found <EOF>. (1:10)\n`,
    })
    const schema = await write('renamed.graphql', RENAMED)
    expect(await check(EXAMPLE, '--schema', schema)).toMatchObject({ code: 0 })
    expect(await check(EXAMPLE, '--schema', schema, '--base', 'schema.graphql')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('\n  HoldSeatsInput.holdSeconds was removed.\n'),
    })
  })

  it.each([
    [['key', 'create', 'Nobody'], 'There is no partner "Nobody": npm run partner -- list tells them.'],
    [['key', 'revoke', 'AAAA'], '"AAAA" is not what a key begins with, like mq_live_4Fj2kQ9x.'],
    [['key', 'create', 'Nobody', '--scopes', 'READ,ALL'], '"ALL" is not a scope'],
    [['create', 'X', '--requests', 'many'], '--requests is "many". Set it to a whole number.'],
    [['register', 'Nobody', '/nowhere.json'], '/nowhere.json cannot be read: ENOENT'],
    [['check', '--schema', 'package.json'], 'package.json is no GraphQL schema: Syntax Error'],
    [['check', '--base', 'schema.graphql'], '--base is for a manifest'],
    [['create'], 'Unknown arguments "create": npm run partner -- help tells them.'],
    [['list', '--all'], 'Unknown arguments "list --all": npm run partner -- help tells them.'],
  ])('refuses %j in one line', async (args, message) => {
    const before = await server.seed.sql('SELECT count(*) FROM partner')
    const { code, stdout, stderr } = await partner(...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr).toContain(message)
    expect(await server.seed.sql('SELECT count(*) FROM partner')).toEqual(before)
  })

  it('tells how it is used', async () => {
    expect((await partner('help')).stdout).toContain('Usage: npm run partner -- <command>')
  })
})
