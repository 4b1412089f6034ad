import { expect, it } from 'vitest'
import { LiveMap, packState } from '../../onsale/generator/liveMap.js'

function mapOf(statuses: readonly ('AVAILABLE' | 'HELD' | 'BOOKED')[]): LiveMap {
  const map = new LiveMap(statuses.length)
  for (const [seat, status] of statuses.entries()) map.learn(seat, packState(0, status))
  return map
}

it('picks the free seats from a seat on, and goes on at the first', () => {
  const map = mapOf(['AVAILABLE', 'HELD', 'AVAILABLE', 'BOOKED', 'AVAILABLE'])
  expect(map.free).toBe(3)
  expect(map.pick(1, 2)).toEqual([2, 4])
  expect(map.pick(3, 4)).toEqual([4, 0, 2])
})

it('takes no older state than it has', () => {
  const map = mapOf(['AVAILABLE'])
  expect(map.learn(0, packState(2, 'BOOKED'))).toBe(true)
  expect(map.learn(0, packState(1, 'HELD'))).toBe(false)
  expect([map.version(0), map.isSoldOut]).toEqual([2, true])
})

it('leaves a seat alone that was refused, until it hears of it', () => {
  const map = mapOf(['AVAILABLE', 'AVAILABLE'])
  map.refuse(0)
  map.refuse(1)
  expect([map.free, map.version(0)]).toEqual([0, 0])
  map.learn(0, packState(2, 'AVAILABLE'))
  expect(map.pick(0, 2)).toEqual([0])
})

it('takes a refused seat for free again when nothing is heard of it', async () => {
  const map = mapOf(['AVAILABLE', 'HELD'])
  map.refuse(0)
  await map.news()
  expect(map.pick(0, 2)).toEqual([0])
})

it('has news when a seat is free, and when all are sold', async () => {
  const map = mapOf(['HELD', 'BOOKED'])
  const freed = map.news()
  map.learn(0, packState(1, 'AVAILABLE'))
  await freed
  map.learn(0, packState(2, 'HELD'))
  const sold = map.news()
  map.learn(0, packState(3, 'BOOKED'))
  await sold
  expect(map.isSoldOut).toBe(true)
})
