import { describe, expect, it } from 'vitest'
import { Latencies } from '../../onsale/latencies.js'

describe('latencies', () => {
  it('have percentiles that are right to one percent', () => {
    const latencies = new Latencies()
    for (let ms = 1; ms <= 1_000; ms++) latencies.add(0, ms)
    const relative = [0.5, 0.9, 0.99].map((share) => latencies.all.percentile(share)! / (share * 1_000))
    for (const ratio of relative) expect(Math.abs(ratio - 1)).toBeLessThan(0.01)
    expect(latencies.all.percentile(1)).toBe(1_000)
    expect(latencies.all.maxMs).toBe(1_000)
  })

  it('know each tenth of a second by itself', () => {
    const latencies = new Latencies()
    latencies.add(250, 20)
    latencies.add(299, 40)
    latencies.add(100, 5)
    expect(latencies.overTime(100).map(({ atMs, histogram }) => [atMs, histogram.count, histogram.maxMs])).toEqual([
      [100, 1, 5],
      [200, 2, 40],
    ])
    expect(latencies.overTime(200).map(({ atMs, histogram }) => [atMs, histogram.count])).toEqual([
      [0, 1],
      [200, 2],
    ])
  })

  it('are put together from several processes', () => {
    const [mine, other] = [new Latencies(), new Latencies()]
    mine.add(0, 10)
    other.add(50, 30)
    other.add(150, 20)
    mine.absorb(structuredClone(other.pack()))
    expect(mine.all.count).toBe(3)
    expect(mine.all.maxMs).toBe(30)
    expect(mine.overTime(100).map(({ histogram }) => histogram.count)).toEqual([2, 1])
  })

  it('of nothing are null', () => {
    expect(new Latencies().all.percentile(0.5)).toBeNull()
  })
})
