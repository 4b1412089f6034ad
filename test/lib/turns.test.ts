import { expect, it } from 'vitest'
import { Turns } from '../../src/lib/turns.js'

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Turns of one each, with what has begun. */
function open(spanMs = 0) {
  const turns = new Turns(spanMs)
  const begun: string[] = []
  const begin = (key: string, name: string) => void turns.begin(key).then(() => begun.push(name))
  return { turns, begun, begin }
}

it('lets others wait for the next turns once a turn has no time left, in their order', async () => {
  const { begun, begin } = open()
  for (const name of ['a', 'b', 'c']) begin('x', name)
  await Promise.resolve()
  expect(begun).toEqual(['a'])
  await turn()
  expect(begun).toEqual(['a', 'b'])
  begin('x', 'd')
  await turn()
  expect(begun).toEqual(['a', 'b', 'c'])
  await turn()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

it('lets those of different keys take turns', async () => {
  const { begun, begin } = open()
  for (const name of ['a', 'b', 'c']) begin('x', name)
  for (const name of ['d', 'e']) begin('y', name)
  for (let round = 0; round < 4; round++) await turn()
  expect(begun).toEqual(['a', 'b', 'd', 'c', 'e'])
})

it('lets all begin in a turn that has time for them, after as before they had to wait', async () => {
  const { turns, begun, begin } = open(5)
  begin('x', 'a')
  await Promise.resolve()
  const until = performance.now() + 5
  while (performance.now() < until);
  expect(turns.beginAtOnce()).toBe(false)
  for (const name of ['b', 'c', 'd']) begin('x', name)
  await Promise.resolve()
  expect(begun).toEqual(['a'])
  await turn()
  await turn()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

it('lets who waits for the same thing begin one after another, each after what the one before did at once', async () => {
  const { turns } = open(5)
  const begun: string[] = []
  const beginAndSpin = async (name: string) => {
    await turns.begin('x')
    await Promise.resolve()
    begun.push(name)
    const until = performance.now() + 5
    while (performance.now() < until);
  }
  for (const name of ['a', 'b', 'c']) void beginAndSpin(name)
  for (const expected of [
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]) {
    await turn()
    expect(begun).toEqual(expected)
  }
})

it('keeps nobody waiting where there is room', async () => {
  const { turns } = open()
  for (let round = 0; round < 3; round++) {
    expect(turns.beginAtOnce()).toBe(true)
    await turn()
  }
})

it('has little time in a turn that is cut short, and in the next', async () => {
  const { turns } = open(1_000)
  const beginAndSpin = () => {
    expect(turns.beginAtOnce()).toBe(true)
    const until = performance.now() + 2
    while (performance.now() < until);
    return turns.beginAtOnce()
  }
  expect(beginAndSpin()).toBe(true)
  turns.cutShort()
  expect(turns.beginAtOnce()).toBe(false)
  for (const hasTime of [false, true]) {
    await turn()
    expect(beginAndSpin()).toBe(hasTime)
  }
})

it('lets what is long begin after what is not, one in each turn that has no time left', async () => {
  const { turns, begun } = open()
  const begin = (name: string, isLong: boolean) => void turns.begin(name, isLong).then(() => begun.push(name))
  begin('a', false)
  for (const name of ['B', 'C', 'D']) begin(name, true)
  for (const name of ['e', 'f', 'g']) begin(name, false)
  await Promise.resolve()
  expect(begun).toEqual(['a'])
  await turn()
  expect(begun).toEqual(['a', 'B', 'e', 'C'])
  expect(turns.beginAtOnce(true)).toBe(false)
  await turn()
  expect(begun).toEqual(['a', 'B', 'e', 'C', 'f', 'D'])
  await turn()
  expect(begun).toEqual(['a', 'B', 'e', 'C', 'f', 'D', 'g'])
})

it('lets all that is long begin in a turn that has time for it', async () => {
  const { turns, begun } = open(1_000)
  turns.cutShort()
  for (const name of ['a', 'B', 'C', 'D']) void turns.begin(name, name !== 'a').then(() => begun.push(name))
  for (let round = 0; round < 2; round++) await turn()
  expect(begun).toEqual(['a', 'B', 'C', 'D'])
})

it('lets nothing begin after work for as long as that took', async () => {
  const { turns } = open()
  const spin = () => {
    const from = performance.now()
    while (performance.now() < from + 5);
    return { from, to: performance.now() }
  }
  const done = Promise.all(['x', 'y'].map((key) => turns.runAndRest(key, spin)))
  const [one, other] = await done
  // A timer may be a fraction of a millisecond early.
  expect(other!.from - one!.to).toBeGreaterThan(4)
})
