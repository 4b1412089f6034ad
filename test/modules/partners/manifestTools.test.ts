import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOf } from '../../../src/lib/globalId.js'
import { findOperation } from '../../../src/modules/partners/index.js'
import { type Desk, openDesk } from './desk.js'
import { makeByApollo, makeByClientPreset, makeByRelay } from './manifestTools.js'

const EXAMPLE = new URL('../../../docs/partners/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, EXAMPLE), 'utf8')
const DOCUMENTS = Object.fromEntries(
  readdirSync(new URL('src', EXAMPLE)).map((file) => [`src/${file}`, read(`src/${file}`)]),
)
const SOURCES = {
  'src/app.js': `import { graphql } from 'relay-runtime'
graphql\`query appMoviesQuery($first: Int) { movies(first: $first) { nodes { ...app_movie } } }\`
graphql\`mutation appHoldMutation($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename } }\`
graphql\`fragment app_movie on Movie { id title }\``,
}

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** Registers a manifest for a partner of its own: the answer, what is registered, and how to find it. */
async function register(name: string, manifest: string) {
  const partnerId = await desk.addPartner(name)
  const answer = await desk.act('registerOperations', { partnerId, manifest })
  const { partner } = await desk.admin.query(
    'query ($id: ID!) { partner(id: $id) { operations { nodes { operationId name type } } } }',
    { id: partnerId },
  )
  const operations: { operationId: string; name: string; type: string }[] = partner.operations.nodes
  const find = (id: string) => findOperation(desk.server.services, keyOf('Partner', partnerId)!, id)
  return { answer, operations, find }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const namesOf = (operations: { name: string; type: string }[]) =>
  operations.map(({ name, type }) => `${type} ${name}`).sort()
const ALL = ['MUTATION Hold', 'QUERY NextShows', 'QUERY Seats', 'SUBSCRIPTION Watch']

describe('a manifest', () => {
  it("of Apollo's generate-persisted-query-manifest is taken as it is", async () => {
    const manifest = await makeByApollo(DOCUMENTS)
    expect(JSON.parse(manifest)).toEqual(JSON.parse(read('persisted-query-manifest.json')))
    const { answer, operations, find } = await register('Apollo', manifest)
    expect(answer).toMatchObject({ addedCount: 4 })
    expect(namesOf(operations)).toEqual(ALL)
    for (const { id, body } of JSON.parse(manifest).operations) {
      expect([id, await find(id)]).toEqual([sha256(body), body])
    }
  })

  it("of Relay's compiler is taken as it is", async () => {
    const { manifest } = await makeByRelay(SOURCES)
    const { answer, operations, find } = await register('Relay', manifest)
    expect(answer).toMatchObject({ addedCount: 2 })
    expect(namesOf(operations)).toEqual(['MUTATION appHoldMutation', 'QUERY appMoviesQuery'])
    for (const [id, text] of Object.entries(JSON.parse(manifest))) {
      expect(id).toMatch(/^[0-9a-f]{32}$/)
      expect(await find(id)).toBe(text)
    }
  })

  it('of the client preset of GraphQL Code Generator is taken as it is', async () => {
    const manifest = await makeByClientPreset(DOCUMENTS)
    const { answer, operations, find } = await register('Code Generator', manifest)
    expect(answer).toMatchObject({ addedCount: 4 })
    expect(namesOf(operations)).toEqual(ALL)
    for (const [id, text] of Object.entries(JSON.parse(manifest))) {
      expect(id).toBe(`sha256:${sha256(text as string)}`)
      expect([await find(id), await find(id.slice(7))]).toEqual([text, text])
    }
  })
})
