import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import {
  AutomaticOperations,
  findOperationText,
  identifyPartner,
  type OperationParameters,
  type PartnerCaller,
  requestedOperationId,
} from '../../../src/modules/partners/index.js'
import { type Desk, manifestOf, openDesk } from './desk.js'

const MOVIES = 'query Movies { movies { nodes { id } } }'
const OTHER = 'query Other { theaters { nodes { id } } }'
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const persisted = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })

let desk: Desk
let caller: PartnerCaller

beforeAll(async () => {
  desk = await openDesk()
  const partnerId = await desk.addPartner('Timetables')
  await desk.act('registerOperations', { partnerId, manifest: manifestOf({ movies: MOVIES, [hash(MOVIES)]: MOVIES }) })
  const { secret } = await desk.addKey(partnerId)
  caller = (await identifyPartner(desk.server.services, secret))!
})
afterAll(() => desk.close())

/** With texts remembered by their hashes, which must not make a difference to partners. */
const automaticOperations = new AutomaticOperations()
const find = (parameters: OperationParameters, by: PartnerCaller | null = caller) =>
  findOperationText({ ...desk.server.services, automaticOperations }, by, parameters)

describe('requestedOperationId', () => {
  it.each<[OperationParameters, string]>([
    [{ documentId: 'a' }, 'a'],
    [{ doc_id: 'a', query: MOVIES }, 'a'],
    [persisted('a'), 'a'],
    [{ documentId: 'a', doc_id: 'a', ...persisted('a') }, 'a'],
    [{ documentId: 'a', extensions: null }, 'a'],
  ])('of %j is %s', (parameters, id) => {
    expect(requestedOperationId(parameters)).toBe(id)
  })

  it.each<[OperationParameters, string]>([
    [{}, 'PERSISTED_QUERY_REQUIRED'],
    [{ query: MOVIES }, 'PERSISTED_QUERY_REQUIRED'],
    [{ query: MOVIES, extensions: { persistedQuery: null } }, 'PERSISTED_QUERY_REQUIRED'],
    [{ documentId: 7 }, 'BAD_USER_INPUT'],
    [{ documentId: '' }, 'BAD_USER_INPUT'],
    [persisted({}), 'BAD_USER_INPUT'],
    [{ documentId: 'a', doc_id: 'b' }, 'BAD_USER_INPUT'],
  ])('of %j is refused with %s', (parameters, code) => {
    expect(() => requestedOperationId(parameters)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
    )
  })
})

describe('what a partner runs', () => {
  it.each<[OperationParameters]>([
    [{ documentId: 'movies' }],
    [{ doc_id: 'movies', query: '' }],
    [{ documentId: 'movies', query: MOVIES }],
    [{ documentId: 'movies', query: ` ${MOVIES} # of all of them` }],
    [persisted(hash(MOVIES))],
    [{ documentId: `sha256:${hash(MOVIES)}` }],
  ])('is the text that is registered: %j', async (parameters) => {
    expect(await find(parameters)).toBe(MOVIES)
  })

  it.each<[OperationParameters, string]>([
    [{ documentId: 'nothing' }, 'PERSISTED_QUERY_NOT_FOUND'],
    [{ query: OTHER, ...persisted(hash(OTHER)) }, 'PERSISTED_QUERY_NOT_FOUND'],
    [{ query: OTHER }, 'PERSISTED_QUERY_REQUIRED'],
    [{ documentId: 'movies', query: OTHER }, 'PERSISTED_QUERY_MISMATCH'],
    [{ documentId: 'movies', query: MOVIES.replace('Movies', 'Films') }, 'PERSISTED_QUERY_MISMATCH'],
    [{ documentId: 'movies', query: `${MOVIES} ${OTHER}` }, 'PERSISTED_QUERY_MISMATCH'],
    [{ documentId: 'movies', query: `${MOVIES} {` }, 'PERSISTED_QUERY_MISMATCH'],
    [{ documentId: 'movies', query: `${MOVIES} ${'{ a } '.repeat(1_000)}` }, 'PERSISTED_QUERY_MISMATCH'],
    [{ documentId: 'movies', query: 7 }, 'PERSISTED_QUERY_MISMATCH'],
  ])('is nothing else: %j is refused with %s', async (parameters, code) => {
    await expect(find(parameters)).rejects.toMatchObject({ extensions: { code } })
  })

  it('is told to be registered first where it is not', async () => {
    await expect(find({ documentId: 'nothing' })).rejects.toMatchObject({
      message: 'No operation is registered under the id "nothing": have it registered before it is sent.',
    })
  })

  it('is the text that is registered, whatever the order of the one in the request', async () => {
    const [query, one, other] = [
      '{ movies { nodes { ...One ...Other } } }',
      'fragment One on Movie { id }',
      'fragment Other on Movie { title }',
    ]
    const partnerId = toGlobalId('Partner', caller.partnerId)
    const registered = [query, one, other].join('\n')
    await desk.act('registerOperations', { partnerId, manifest: manifestOf({ parts: registered }) })
    expect(await find({ documentId: 'parts', query: [other, one, query].join('\n\n') })).toBe(registered)
    await expect(find({ documentId: 'parts', query: [query, one, one].join('\n') })).rejects.toMatchObject({
      message:
        'The text is not the one that is registered under this id: send the id alone, or have the text registered.',
    })
  })

  it('is not what our own applications have sent before', async () => {
    expect(await find({ query: OTHER, ...persisted(hash(OTHER)) }, null)).toBe(OTHER)
    await expect(find(persisted(hash(OTHER)))).rejects.toMatchObject({
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
  })
})

describe('what somebody else runs', () => {
  it('is the text of the request', async () => {
    expect(await find({ query: OTHER }, null)).toBe(OTHER)
    expect(await find({}, null)).toBeNull()
  })

  it('is a text that was sent before, by its hash', async () => {
    const text = '{ viewer { id } }'
    const asked = find(persisted(hash(text)), null)
    await expect(asked).rejects.toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
    expect(await find({ query: text, ...persisted(hash(text)) }, null)).toBe(text)
    expect(await find(persisted(hash(text)), null)).toBe(text)
  })

  it('is never remembered under the hash of another text', async () => {
    const sent = find({ query: OTHER, ...persisted(hash('something else')) }, null)
    await expect(sent).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
    await expect(find(persisted(hash('something else')), null)).rejects.toMatchObject({
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
  })

  it('is the text of the request where hashes are not wanted', async () => {
    const services = { ...desk.server.services, automaticOperations: null }
    expect(await findOperationText(services, null, persisted(hash(OTHER)))).toBeNull()
    expect(await findOperationText(services, null, { query: OTHER, ...persisted('x') })).toBe(OTHER)
  })
})
