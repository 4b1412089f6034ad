import { expect, it } from 'vitest'
import { FairLimit } from '../../src/lib/fairLimit.js'
import { WaitedTooLongError } from '../../src/lib/waitedTooLongError.js'

const LONG = 60_000
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A limit of 10, with what has begun, and how to end it. */
function open(patienceMs = LONG) {
  const limit = new FairLimit(10, patienceMs)
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const run = (key: string, name: string, weight: number) =>
    limit.run({ key, weight }, () => {
      begun.push(name)
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error)))
      })
    })
  async function end(name: string, error?: Error) {
    ends.get(name)!(error)
    // Room is made in the next turn of the event loop, and taken in the one after.
    for (let round = 0; round < 2; round++) await turn()
  }
  return { begun, run, end }
}

it('lets work begin as long as what runs weighs less than the limit, whatever it weighs itself', async () => {
  const { begun, run, end } = open()
  const all = [run('x', 'a', 9), run('x', 'b', 9), run('x', 'c', 1)]
  await turn()
  expect(begun).toEqual(['a', 'b'])
  await end('a')
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const name of ['b', 'c']) await end(name)
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c'])
})

it('lets those of different keys take turns', async () => {
  const { begun, run, end } = open()
  const all = ['a', 'b', 'c'].map((name) => run('x', name, 10)).concat(run('y', 'd', 10))
  for (const name of ['a', 'b', 'd', 'c']) await end(name)
  expect(begun).toEqual(['a', 'b', 'd', 'c'])
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
})

it('makes room when work fails, too', async () => {
  const { run, end } = open()
  const all = Promise.allSettled([run('x', 'a', 10), run('x', 'b', 10)])
  await end('a', new Error('it does'))
  await end('b')
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

it('does not begin what nobody waits for any more, whether that is known before or while it waits', async () => {
  const limit = new FairLimit(10, LONG)
  let end = () => {}
  const first = limit.run({ key: 'x', weight: 10 }, () => new Promise<void>((resolve) => (end = resolve)))
  const never = () => Promise.reject(new Error('it has begun'))
  let leave: (() => void) | null = null
  const second = limit.run({ key: 'x', weight: 10, onGone: (callback) => (leave = callback) }, never)
  leave!()
  await expect(second).rejects.toThrow(WaitedTooLongError)
  const isGone = (callback: (() => void) | null) => callback?.()
  await expect(limit.run({ key: 'x', weight: 10, onGone: isGone }, never)).rejects.toThrow(WaitedTooLongError)
  end()
  await first
})

it('does not begin what has waited too long, and goes on with what comes after it', async () => {
  const { begun, run, end } = open(1)
  const first = run('x', 'a', 10)
  await expect(run('x', 'b', 10)).rejects.toThrow(WaitedTooLongError)
  await end('a')
  const third = run('x', 'c', 10)
  await turn()
  expect(begun).toEqual(['a', 'c'])
  await end('c')
  expect(await Promise.all([first, third])).toEqual(['a', 'c'])
})
