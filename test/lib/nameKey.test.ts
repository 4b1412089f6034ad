import { expect, test } from 'vitest'
import { decodeNameKey } from '../../src/lib/nameKey.js'

test('A name and an id are a place', () => {
  expect(decodeNameKey(['Up', 3])).toEqual({ name: 'Up', id: 3 })
})

test.each([[[]], [['Up']], [['Up', '3']], [['Up', 0]], [['Up', 3, 4]], [[3, 'Up']], [['U\0p', 3]], [['Up', 2 ** 31]]])(
  '%j is no place',
  (parts) => {
    expect(decodeNameKey(parts)).toBeNull()
  },
)
