import { beforeEach, expect, it } from 'vitest'
import { ShortMemory } from '../../../src/modules/partners/shortMemory.js'
import { JumpingClock } from '../../kit/clock.js'

let clock: JumpingClock
let memory: ShortMemory<string>
let looked: string[]

beforeEach(() => {
  clock = new JumpingClock()
  clock.stop()
  looked = []
  const sizeOf = (value: string) => value.length
  memory = new ShortMemory({ clock, ttlMs: 5000, maxEntries: 3, maxSize: 20, sizeOf })
})

/** Asks for a key whose look-up gives this. */
const find = (key: string, value: string | null) =>
  memory.find(key, async () => {
    looked.push(key)
    return value
  })

it('remembers what was found, and that nothing was found, for its time', async () => {
  expect([await find('a', 'A'), await find('b', null)]).toEqual(['A', null])
  clock.jump(5)
  expect([await find('a', 'new'), await find('b', 'new')]).toEqual(['A', null])
  clock.jump(0.001)
  expect([await find('a', 'new'), await find('b', 'new')]).toEqual(['new', 'new'])
  expect(looked).toEqual(['a', 'b', 'a', 'b'])
})

it('looks once for all who ask at the same time', async () => {
  expect(await Promise.all([find('a', 'A'), find('a', 'other'), find('b', 'B')])).toEqual(['A', 'A', 'B'])
  expect(looked).toEqual(['a', 'b'])
})

it('does not remember what was looked up before it was told to forget', async () => {
  let resolve: (value: string) => void = () => {}
  const before = memory.find('a', () => new Promise((done) => (resolve = done)))
  memory.forget()
  const after = find('a', 'new')
  resolve('old')
  expect([await before, await after, await find('a', 'newer')]).toEqual(['old', 'new', 'new'])
})

it('looks again after a failure', async () => {
  const failed = memory.find('a', async () => {
    throw new Error('no database')
  })
  await expect(failed).rejects.toThrow('no database')
  expect(await find('a', 'A')).toBe('A')
})

it('is bounded by number and by size', async () => {
  for (const key of ['a', 'b', 'c', 'd']) await find(key, key)
  await find('large', 'x'.repeat(18))
  looked = []
  for (const key of ['large', 'd', 'a']) await find(key, 'new')
  expect(looked).toEqual(['d', 'a'])
})
