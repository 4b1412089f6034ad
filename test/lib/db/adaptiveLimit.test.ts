import { expect, it, vi } from 'vitest'
import { AdaptiveLimit } from '../../../src/lib/db/adaptiveLimit.js'

const CONFLICT = new Error('lost')
const isConflict = (error: unknown) => error === CONFLICT

/** Transactions that end when they are told to. */
function begin(limit: AdaptiveLimit) {
  const begun: number[] = []
  const ends: ((error?: Error) => void)[] = []
  const run = (number: number) =>
    limit.run(() => {
      begun.push(number)
      return new Promise<void>((resolve, reject) => {
        ends[number] = (error) => (error ? reject(error) : resolve())
      })
    }, isConflict)
  return { begun, ends, run }
}

/** So many that have no conflict, one after the other. */
async function calm(limit: AdaptiveLimit, count: number): Promise<void> {
  for (let run = 0; run < count; run++) await limit.run(async () => {}, isConflict)
}

const conflict = (limit: AdaptiveLimit) =>
  expect(limit.run(() => Promise.reject(CONFLICT), isConflict)).rejects.toBe(CONFLICT)

it('lets so many run at once, the others in their order', async () => {
  const { begun, ends, run } = begin(new AdaptiveLimit(2))
  const all = [0, 1, 2, 3].map(run)
  expect(begun).toEqual([0, 1])
  ends[1]!()
  await all[1]
  expect(begun).toEqual([0, 1, 2])
  ends[0]!(new Error('no conflict'))
  await expect(all[0]).rejects.toThrow('no conflict')
  expect(begun).toEqual([0, 1, 2, 3])
  ends[2]!()
  ends[3]!()
  await Promise.all([all[2], all[3]])
})

it('lets fewer run after a conflict, down to one, and more again after a calm', async () => {
  const limit = new AdaptiveLimit(4)
  await conflict(limit)
  expect(limit.limit).toBe(2)
  for (let lost = 0; lost < 5; lost++) await conflict(limit)
  expect(limit.limit).toBe(1)
  await calm(limit, 19)
  expect(limit.limit).toBe(1)
  await calm(limit, 2)
  expect(limit.limit).toBe(2)
  await calm(limit, 1_000)
  expect(limit.limit).toBe(4)
})

it('waits two seconds at most for one that hangs', async () => {
  vi.useFakeTimers()
  const { begun, ends, run } = begin(new AdaptiveLimit(1))
  const all = [0, 1, 2].map(run)
  await vi.advanceTimersByTimeAsync(1_999)
  expect(begun).toEqual([0])
  await vi.advanceTimersByTimeAsync(1)
  expect(begun).toEqual([0, 1])
  // Nothing more begins by its end.
  ends[0]!()
  await all[0]
  expect(begun).toEqual([0, 1])
  vi.useRealTimers()
  ends[1]!()
  await all[1]
  ends[2]!()
  await all[2]
})

it('begins nothing more while more run than may by now', async () => {
  const { begun, ends, run } = begin(new AdaptiveLimit(2))
  const all = [0, 1, 2, 3].map(run)
  ends[0]!(CONFLICT)
  await expect(all[0]).rejects.toBe(CONFLICT)
  // One is allowed now, and one runs.
  expect(begun).toEqual([0, 1])
  ends[1]!()
  await all[1]
  expect(begun).toEqual([0, 1, 2])
  ends[2]!()
  await all[2]
  ends[3]!()
  await all[3]
})
