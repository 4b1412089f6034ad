import { expect, it } from 'vitest'
import { Turns } from '../../src/lib/turns.js'

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('lets so many begin in a turn, and the others in the next ones, in their order', async () => {
  const turns = new Turns(2)
  const begun: string[] = []
  const begin = (name: string) => void turns.begin().then(() => begun.push(name))
  for (const name of ['a', 'b', 'c', 'd', 'e']) begin(name)
  await Promise.resolve()
  expect(begun).toEqual(['a', 'b'])
  await turn()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  begin('f')
  await turn()
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

it('keeps nobody waiting where there is room', async () => {
  const turns = new Turns(1)
  for (let round = 0; round < 3; round++) {
    let hasBegun = false
    void turns.begin().then(() => {
      hasBegun = true
    })
    await Promise.resolve()
    expect(hasBegun).toBe(true)
    await turn()
  }
})
