import { describe, expect, it } from 'vitest'
import { Lanes } from '../../src/lib/lanes.js'

/** Lanes of two, with what has begun, and how to end it. */
function open() {
  const lanes = new Lanes(2)
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const run = (key: string, name: string) =>
    lanes.run(key, () => {
      begun.push(name)
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error)))
      })
    })
  return { begun, run, end: (name: string, error?: Error) => ends.get(name)!(error) }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('what has one key', () => {
  it('runs so many at once, and the others in their order', async () => {
    const { begun, run, end } = open()
    const all = ['a', 'b', 'c', 'd'].map((name) => run('x', name))
    await turn()
    expect(begun).toEqual(['a', 'b'])
    end('b')
    await turn()
    expect(begun).toEqual(['a', 'b', 'c'])
    end('a')
    await turn()
    for (const name of ['c', 'd']) end(name)
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('makes room when it fails, too', async () => {
    const { begun, run, end } = open()
    const all = Promise.allSettled(['a', 'b', 'c'].map((name) => run('x', name)))
    await turn()
    end('a', new Error('it does'))
    await turn()
    expect(begun).toEqual(['a', 'b', 'c'])
    for (const name of ['b', 'c']) end(name)
    expect(await all).toMatchObject([{ reason: { message: 'it does' } }, { value: 'b' }, { value: 'c' }])
  })
})

describe('what has another key', () => {
  it('does not wait', async () => {
    const { begun, run, end } = open()
    const all = [run('x', 'a'), run('x', 'b'), run('x', 'c'), run('y', 'd')]
    await turn()
    expect(begun).toEqual(['a', 'b', 'd'])
    end('a')
    await turn()
    for (const name of ['b', 'c', 'd']) end(name)
    await Promise.all(all)
  })
})
