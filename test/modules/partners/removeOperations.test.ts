import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOf, toGlobalId } from '../../../src/lib/globalId.js'
import { findOperation } from '../../../src/modules/partners/index.js'
import { type Desk, manifestOf, mutation, openDesk } from './desk.js'

const MOVIES = 'query Movies { movies { nodes { id } } }'

let desk: Desk
let partnerId: string

beforeAll(async () => {
  desk = await openDesk()
  partnerId = await desk.addPartner('Timetables')
  const manifest = manifestOf({ a: MOVIES, b: MOVIES, kept: MOVIES })
  await desk.act('registerOperations', { partnerId, manifest })
})
afterAll(() => desk.close())

const find = (id: string) => findOperation(desk.server.services, keyOf('Partner', partnerId)!, id)

describe('RemoveOperationsSuccess', () => {
  it('takes away what is there', async () => {
    expect(await find('a')).toBe(MOVIES)
    expect(await desk.act('removeOperations', { partnerId, operationIds: ['a', 'nothing', 'x\u0000'] })).toEqual({
      __typename: 'RemoveOperationsSuccess',
      partner: { id: partnerId },
      removedCount: 1,
    })
    expect([await find('a'), await find('b')]).toEqual([null, MOVIES])
  })
})

describe('NotFoundError', () => {
  it('comes for no partner', async () => {
    const id = toGlobalId('Partner', crypto.randomUUID())
    expect(await desk.act('removeOperations', { partnerId: id, operationIds: ['b'] })).toEqual({
      __typename: 'NotFoundError',
      message: 'There is no partner with this id.',
    })
  })
})

describe('who sends more than 100 ids, or is no administrator', () => {
  it('takes nothing away', async () => {
    const operationIds = ['kept', ...Array.from({ length: 100 }, (_, index) => `id-${index}`)]
    const tooMany = await desk.admin.send(mutation('removeOperations'), { input: { partnerId, operationIds } })
    const guest = await desk.server.signInAsGuest()
    const input = { partnerId, operationIds: ['kept'] }
    const byGuest = await guest.send(mutation('removeOperations'), { input })
    expect(tooMany.errors).toMatchObject([{ extensions: { code: 'LIST_LIMIT_EXCEEDED' } }])
    expect(byGuest.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(await find('kept')).toBe(MOVIES)
  })
})
