import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromGlobalId, intKeyOf, keyOf, toGlobalId, uuidKeyOf } from '../../src/lib/globalId.js'
import { fromSeatId, toSeatId } from '../../src/modules/seatmaps/index.js'
import { bounded } from './bounded.js'

fc.configureGlobal(bounded(200))

const type = fc.constantFrom('Booking', 'Show', 'ShowSeat', 'Movie')
const key = fc.stringMatching(/^[\w.-]{1,40}$/)
const int = fc.integer({ min: 1, max: 0x7fffffff })

describe('a global id', () => {
  it('leads back to what it was made of', () => {
    fc.assert(
      fc.property(type, key, (type, key) => {
        expect(fromGlobalId(toGlobalId(type, key))).toEqual({ type, key })
      }),
    )
  })

  it('is the only one of its object: nothing else is read as the same', () => {
    const decorated = fc
      .tuple(type, key, fc.constantFrom('', '=', '==', ' ', '\n', '\0'))
      .map(([type, key, more]) => toGlobalId(type, key) + more)
    const anything = fc.oneof(fc.string(), fc.base64String(), decorated)
    fc.assert(
      fc.property(anything, (id) => {
        const ref = fromGlobalId(id)
        if (ref !== null) expect(toGlobalId(ref.type, ref.key)).toBe(id)
      }),
    )
  })

  it('is of one type: asked for another one it is nothing', () => {
    fc.assert(
      fc.property(type, type, key, (type, other, key) => {
        expect(keyOf(other, toGlobalId(type, key))).toBe(type === other ? key : null)
      }),
    )
  })

  it('has the integer, the uuid or the seat that it was made of as its key', () => {
    fc.assert(
      fc.property(int, int, fc.uuid(), (showId, seatId, uuid) => {
        expect(intKeyOf('Show', toGlobalId('Show', showId))).toBe(showId)
        expect(uuidKeyOf('Booking', toGlobalId('Booking', uuid))).toBe(uuid)
        expect(fromSeatId(toSeatId({ showId, seatId }))).toEqual({ showId, seatId })
      }),
    )
  })

  it('has no integer as its key that is none, or beyond 32 bits', () => {
    const keys = fc.oneof(
      key,
      fc.bigInt({ min: 0x80000000n }).map(String),
      int.map((n) => `0${n}`),
      int.map((n) => `-${n}`),
    )
    fc.assert(
      fc.property(keys, (key) => {
        const read = intKeyOf('Show', toGlobalId('Show', key))
        expect(read === null || (String(read) === key && read <= 0x7fffffff)).toBe(true)
      }),
    )
  })
})
