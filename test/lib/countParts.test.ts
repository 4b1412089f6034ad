import { expect, it } from 'vitest'
import { countParts } from '../../src/lib/countParts.js'

it.each([
  ['{"query":"{ movies(first: 1) { id } }"}', 2],
  ['[[],{},[{"a":[]}]]', 7],
  [JSON.stringify({ a: 'quoted \\" and [', b: '\\', c: ['[:'] }), 5],
  ['['.repeat(1_000), 1_000],
  ['', 0],
])('counts the arrays, objects and fields of %s', (json, count) => {
  expect(countParts(Buffer.from(json))).toBe(count)
})
