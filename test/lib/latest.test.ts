import { describe, expect, it, vi } from 'vitest'
import { Latest } from '../../src/lib/latest.js'

describe('Latest', () => {
  it('gives whoever waits the next value, and whoever comes later the newest', async () => {
    const latest = new Latest<number>(() => {})
    const waiting = latest.next()
    for (const value of [1, 2, 3]) latest.push(value)
    expect(await waiting).toEqual({ done: false, value: 1 })
    expect(await latest.next()).toEqual({ done: false, value: 3 })
  })

  it('gives what was pushed before the end, and nothing that comes after it', async () => {
    const latest = new Latest<number>(() => {})
    latest.push(1)
    latest.end()
    latest.push(2)
    expect(await latest.next()).toEqual({ done: false, value: 1 })
    expect(await latest.next()).toEqual({ done: true, value: undefined })
  })

  it('ends who waits when it is returned, and says so once nobody wants more', async () => {
    const onReturn = vi.fn()
    const latest = new Latest<number>(onReturn)
    const waiting = latest.next()
    expect(await latest.return()).toEqual({ done: true, value: undefined })
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(onReturn).toHaveBeenCalledOnce()
  })
})
