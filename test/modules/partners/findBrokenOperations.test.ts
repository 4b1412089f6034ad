import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBrokenOperations, readSchema, registerOperations } from '../../../src/modules/partners/index.js'
import { type Desk, manifestOf, openDesk } from './desk.js'

const TEXTS = {
  hold: 'mutation Hold($input: HoldSeatsInput!) { holdSeats(input: $input) { ... on UserError { message } } }',
  shows: 'query Shows($filter: ShowFilter) { shows(filter: $filter) { nodes { movie { runningMinutes } } } }',
  format: 'query Format($id: ID!) { show(id: $id) { format } }',
}
const SCHEMA = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8')
/** The end of Query.shows, and what follows there. */
const SHOWS = /first: Int = 20\n {2}\): ShowConnection!\n {2}"""The theater with/.exec(SCHEMA)![0]

let desk: Desk
let partnerId: string

beforeAll(async () => {
  desk = await openDesk()
  partnerId = await desk.addPartner('Timetables')
})
beforeEach(async () => {
  await desk.act('removeOperations', { partnerId, operationIds: Object.keys(TEXTS) })
  await register()
})
afterAll(() => desk.close())

const register = () => desk.act('registerOperations', { partnerId, manifest: manifestOf(TEXTS) })

/** As `npm run partner -- register` does it where this is schema.graphql. */
async function registerFor(sdl: string, texts: Record<string, string>) {
  const rules = { schema: readSchema(sdl), limits: desk.server.services.config }
  return registerOperations(desk.server.services, { partnerId, manifest: manifestOf(texts), rules })
}

/** The schema with another text in the place of this one, which is there. */
function changed(from: string, to: string): string {
  expect(SCHEMA).toContain(from)
  return SCHEMA.replace(from, to)
}

const check = (sdl: string) =>
  findBrokenOperations(desk.server.services.db, { schema: readSchema(sdl), limits: desk.server.services.config })

describe('a schema', () => {
  it('breaks nothing as long as it is the one of the registration', async () => {
    expect(await check(SCHEMA)).toEqual({ checkedCount: 3, uncomparedCount: 0, broken: [] })
  })

  it.each([
    [
      'a field of an input',
      '  holdSeconds: Int\n',
      '  seconds: Int\n',
      'hold',
      'HoldSeatsInput.holdSeconds was removed.',
    ],
    [
      'a type of an input',
      '  holdSeconds: Int\n',
      '  holdSeconds: String\n',
      'hold',
      'HoldSeatsInput.holdSeconds changed type from Int to String.',
    ],
    [
      'what an input requires',
      '  holdSeconds: Int\n',
      '  holdSeconds: Int\n  reason: String!\n',
      'hold',
      'A required field reason on input type HoldSeatsInput was added.',
    ],
    ['a value of an input', '  DOLBY\n', '  CINEMA\n', 'shows', 'DOLBY was removed from enum type ShowFormat.'],
    [
      'what an answer always has',
      '  runningMinutes: Int!\n',
      '  runningMinutes: Int\n',
      'shows',
      'Movie.runningMinutes changed type from Int! to Int.',
    ],
    [
      'who may ask',
      '): HoldSeatsResult! @auth(requires: [CUSTOMER])',
      '): HoldSeatsResult! @auth(requires: [STAFF, ADMIN])',
      'hold',
      'Mutation.holdSeats is for STAFF and ADMIN alone now, and was for CUSTOMER.',
    ],
    [
      'what is taken for an argument that is left out',
      SHOWS,
      SHOWS.replace('20', '50'),
      'shows',
      'Query.shows(first:) has the default 50 now, and had 20.',
    ],
    [
      'which answers are errors',
      'type ServerBusyError implements UserError',
      'type ServerBusyError',
      'hold',
      'ServerBusyError is no UserError any more.',
    ],
  ])('that changes %s breaks the operations that use it', async (_what, from, to, operationId, problem) => {
    const { broken } = await check(changed(from, to))
    expect(broken).toMatchObject([{ partnerName: 'Timetables', operationId, problems: [problem] }])
  })

  it.each([
    ['adds to an input what need not be given', '  holdSeconds: Int\n', '  holdSeconds: Int\n  reason: String\n'],
    ['asks less of an input', '  idempotencyKey: String!\n', '  idempotencyKey: String\n'],
    ['changes what nobody asks for', '  imdbRating: Float\n', '  score: Int\n'],
    ['answers more surely', '  runningMinutes: Int!\n', '  runningMinutes: Int!\n  reels: Int\n'],
  ])('that %s breaks nothing', async (_what, from, to) => {
    expect((await check(changed(from, to))).broken).toEqual([])
  })
})

describe('an operation', () => {
  const LESS = changed('  runningMinutes: Int!\n', '  runningMinutes: Int\n')

  it('counts as made for the schema with which it was last registered', async () => {
    expect((await check(LESS)).broken).toHaveLength(1)
    expect(await registerFor(LESS, { shows: TEXTS.shows })).toMatchObject({ addedCount: 0, unchangedCount: 1 })
    expect((await check(LESS)).broken).toEqual([])
    await register()
    expect((await check(LESS)).broken).toMatchObject([{ operationId: 'shows' }])
  })

  it('keeps its schema when it is not registered again after all', async () => {
    const answer = await desk.act('registerOperations', { partnerId, manifest: manifestOf({ shows: '{ nothing }' }) })
    expect(answer.__typename).toBe('InvalidOperationsError')
    expect((await check(LESS)).broken).toMatchObject([{ operationId: 'shows' }])
  })

  it('is only validated where its schema was not kept', async () => {
    await desk.server.seed.sql('UPDATE partner_operation SET schema_hash = NULL')
    expect(await check(LESS)).toEqual({ checkedCount: 3, uncomparedCount: 3, broken: [] })
    await register()
    expect(await check(LESS)).toMatchObject({ uncomparedCount: 0, broken: [{ operationId: 'shows' }] })
  })

  it('is told what its validation tells as well', async () => {
    const { broken } = await check(
      changed('  runningMinutes: Int!\n', '  minutes: Int\n').replace('  DOLBY\n', '  CINEMA\n'),
    )
    expect(broken).toMatchObject([
      {
        operationId: 'shows',
        problems: [
          'Cannot query field "runningMinutes" on type "Movie". (1:77)',
          'DOLBY was removed from enum type ShowFormat.',
        ],
      },
    ])
  })
})

describe('a kept schema', () => {
  it('is there once, whoever has registered operations with it', async () => {
    await registerFor(SCHEMA, { format: TEXTS.format })
    const kept = await desk.server.seed.sql(
      'SELECT DISTINCT hash, partner_schema.text FROM partner_schema JOIN partner_operation ON hash = schema_hash',
    )
    expect(kept).toHaveLength(1)
    expect(kept[0].text).not.toContain('"""')
    expect(kept[0].text).toContain('HoldSeatsResult! @auth(requires: [CUSTOMER])')
  })

  it('says nothing of who could ask where it is of before that was kept, and all else', async () => {
    const earlier = '0'.repeat(64)
    const [{ text }] = await desk.server.seed.sql('SELECT text FROM partner_schema LIMIT 1')
    const withoutRoles = text.replace(/^#.*\n/, '').replaceAll(/ @auth\(requires: \[[^\]]*\]\)/g, '')
    await desk.server.seed.sql('INSERT INTO partner_schema (hash, text) VALUES ($1, $2)', [earlier, withoutRoles])
    await desk.server.seed.sql('UPDATE partner_operation SET schema_hash = $1', [earlier])
    expect((await check(SCHEMA)).broken).toEqual([])
    const { broken } = await check(changed('  holdSeconds: Int\n', '  seconds: Int\n'))
    expect(broken).toMatchObject([{ problems: ['HoldSeatsInput.holdSeconds was removed.'] }])
  })
})
