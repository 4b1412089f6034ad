import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOf } from '../../../src/lib/globalId.js'
import { findOperation } from '../../../src/modules/partners/index.js'
import { startServer } from '../../kit/server.js'
import { type Desk, manifestOf, openDesk } from './desk.js'

const MOVIES = 'query Movies { movies { nodes { id } } }'
const HASH = createHash('sha256').update(MOVIES).digest('hex')

let desk: Desk
let partnerId: string

beforeAll(async () => {
  desk = await openDesk()
  desk.server.clock.stop()
  partnerId = await desk.addPartner('Timetables')
})
afterAll(() => desk.close())

const find = (id: string, services = desk.server.services) => findOperation(services, keyOf('Partner', partnerId)!, id)
const register = (texts: Record<string, string>) =>
  desk.act('registerOperations', { partnerId, manifest: manifestOf(texts) })

describe('findOperation', () => {
  it('finds what was registered at once, also where it was not there a moment before', async () => {
    expect(await find('movies')).toBeNull()
    await register({ movies: MOVIES })
    expect(await Promise.all([find('movies'), find('movies')])).toEqual([MOVIES, MOVIES])
  })

  it('finds nothing of another partner, and nothing by what is no id', async () => {
    const other = await desk.addPartner('Maps')
    expect(await findOperation(desk.server.services, keyOf('Partner', other)!, 'movies')).toBeNull()
    for (const id of ['', 'a b', 'movies\u0000', 'x'.repeat(257)]) expect(await find(id)).toBeNull()
  })

  it('takes a SHA-256 with and without its name, whichever way the tool has written it', async () => {
    const other = createHash('sha256').update(`${MOVIES} `).digest('hex')
    await register({ [`sha256:${HASH}`]: MOVIES, [other]: `${MOVIES} ` })
    expect(await Promise.all([HASH, `sha256:${HASH}`, other, `sha256:${other}`].map((id) => find(id)))).toEqual([
      MOVIES,
      MOVIES,
      `${MOVIES} `,
      `${MOVIES} `,
    ])
  })

  it('is believed for seconds where nothing is told of a change', async () => {
    const deaf = await startServer({ beside: desk.server, isAlone: true })
    try {
      expect(await find('later', deaf.services)).toBeNull()
      expect(await find('movies', deaf.services)).toBe(MOVIES)
      await register({ later: MOVIES })
      await desk.act('removeOperations', { partnerId, operationIds: ['movies'] })
      desk.server.clock.jump(4)
      expect(await find('movies', deaf.services)).toBe(MOVIES)
      desk.server.clock.jump(2)
      expect([await find('later', deaf.services), await find('movies', deaf.services)]).toEqual([MOVIES, null])
    } finally {
      await deaf.close()
    }
  })
})
