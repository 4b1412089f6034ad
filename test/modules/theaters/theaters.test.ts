import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram, jumpTo } from '../shows/program.js'

const THEATERS = `query ($filter: TheaterFilter, $first: Int, $after: String) {
  theaters(filter: $filter, first: $first, after: $after) {
    nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`

type Name = 'rex' | 'max' | 'twin' | 'lyon'

let server: TestServer
let theaters: Record<Name, { id: number }>

beforeAll(async () => {
  server = await startServer()
  jumpTo(server.clock, new Date('2026-11-20T12:00:00.000Z'))
  const { addCity, addTheater } = createProgram(server.services.db)
  const paris = await addCity('Paris', 'Europe/Paris')
  const lyon = await addCity('Lyon', 'Europe/Paris')
  theaters = {
    rex: await addTheater(paris.id, { name: 'Le Grand Rex' }),
    lyon: await addTheater(lyon.id, { name: 'Le Grand Rex' }),
    max: await addTheater(paris.id, { name: 'Max Linder' }),
    twin: await addTheater(paris.id, { name: 'Le Grand Rex' }),
  }
})

afterAll(() => server.close())

const idOf = (name: Name) => toGlobalId('Theater', theaters[name].id)

describe('with a filter', () => {
  test.each<[string, object | null, Name[]]>([
    ['nothing', null, ['rex', 'lyon', 'twin', 'max']],
    ['part of a name', { name: 'grand' }, ['rex', 'lyon', 'twin']],
    ['a pattern as a name', { name: '%' }, []],
    ['a city', { city: 'PARIS' }, ['rex', 'twin', 'max']],
    ['part of a city', { city: 'Pari' }, []],
    ['both', { name: 'rex', city: 'lyon' }, ['lyon']],
    ['both, which nothing is', { name: 'linder', city: 'lyon' }, []],
  ])('lists by %s', async (_what, filter, expected) => {
    const { data, errors } = await server.anonymous.send(THEATERS, { filter })
    expect(errors).toBeUndefined()
    expect(data.theaters.nodes).toEqual(expected.map((name) => ({ id: idOf(name) })))
  })
})

describe('by pages', () => {
  test('each theater comes once, though three have the same name', async () => {
    const pages: Name[][] = [
      ['rex', 'lyon'],
      ['twin', 'max'],
    ]
    let after: string | null = null
    for (const [index, names] of pages.entries()) {
      const { data } = await server.anonymous.send(THEATERS, { first: 2, after })
      expect(data.theaters.nodes).toEqual(names.map((name) => ({ id: idOf(name) })))
      expect(data.theaters.pageInfo).toMatchObject({ hasNextPage: index === 0, hasPreviousPage: index === 1 })
      after = data.theaters.pageInfo.endCursor
    }
  })

  test.each([0, -1])('refuses a page of %s', async (first) => {
    const { errors } = await server.anonymous.send(THEATERS, { first })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('refuses a cursor that is none', async () => {
    const { errors } = await server.anonymous.send(THEATERS, { after: 'nonsense' })
    expect(errors).toMatchObject([{ message: 'after is not a cursor of this connection.' }])
  })
})
