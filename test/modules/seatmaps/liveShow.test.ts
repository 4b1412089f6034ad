import { describe, expect, it } from 'vitest'
import { LiveShow } from '../../../src/modules/seatmaps/liveShow.js'
import type { ShowSeatRow } from '../../../src/modules/seatmaps/store.js'

const row = (seatId: number, change: Partial<ShowSeatRow> = {}): ShowSeatRow => ({
  showId: 1,
  seatId,
  row: 'A',
  number: seatId,
  type: 'REGULAR',
  isAccessible: false,
  x: seatId,
  y: 0,
  status: 'AVAILABLE',
  price: 1000,
  currency: 'EUR',
  version: 0,
  ...change,
})

function createShow(seats = [row(1), row(2), row(3)]): LiveShow {
  const show = new LiveShow(1, 0)
  show.learnSeats(seats, '10:10:')
  return show
}

const codes = (show: LiveShow) => show.map?.seatCodes

describe('a live show', () => {
  it('takes of each seat the highest version, in whatever order it hears of them', () => {
    const show = createShow()
    show.learn([{ showId: 1, seatId: 2, status: 'BOOKED', version: 2 }])
    show.learn([{ showId: 1, seatId: 2, status: 'HELD', version: 1 }])
    expect(codes(show)).toBe('ABA')
    expect(show.counts).toEqual({ AVAILABLE: 2, HELD: 0, BOOKED: 1, BLOCKED: 0 })
  })

  it('learns a price that news did not tell from the next reading of the same version', () => {
    const show = createShow()
    show.learn([{ showId: 1, seatId: 1, status: 'HELD', version: 2 }])
    expect(show.map?.seats[0]).toMatchObject({ status: 'HELD', price: { amount: '10.00' } })
    show.learn([{ showId: 1, seatId: 1, status: 'HELD', version: 2, price: 1250 }], '11:11:')
    expect(show.map?.seats[0]).toMatchObject({ status: 'HELD', price: { amount: '12.50' } })
  })

  it('keeps what it heard while its seats were read', () => {
    const show = new LiveShow(1, 0)
    show.learn([{ showId: 1, seatId: 1, status: 'HELD', version: 1 }])
    show.learnSeats([row(1), row(2)], '10:10:')
    expect(codes(show)).toBe('HA')
    expect(show.counts).toEqual({ AVAILABLE: 1, HELD: 1, BOOKED: 0, BLOCKED: 0 })
  })

  it('has no map any more once it hears of a seat that was not there, or that one is gone', () => {
    const show = createShow()
    show.learn([row(4)])
    expect(show.map).toBeNull()
    show.learnAll([row(1), row(4)], '12:12:')
    expect(show.map).toBeNull()
    expect(show.whole().seats.map(({ seatId }) => seatId)).toEqual([1, 4])
    expect(show.counts).toEqual({ AVAILABLE: 2, HELD: 0, BOOKED: 0, BLOCKED: 0 })
  })

  it.each(['10:20:', '15:20:15,17', '20:21:20'])('keeps seats that came after a late reading, by %s', (late) => {
    const show = createShow()
    show.learnSeats([row(1), row(2), row(3), row(4)], '20:21:')
    show.learnSeats([row(0), row(1), row(2), row(3)], late)
    expect(show.whole().seats.map(({ seatId }) => seatId)).toEqual([1, 2, 3, 4])
    expect(codes(show)).toBe('AAAA')
    expect(show.snapshot).toBe('20:21:')
    show.learnAll([row(1)], '20:22:21')
    expect(show.whole().seats.map(({ seatId }) => seatId)).toEqual([1])
    expect(show.snapshot).toBe('20:22:21')
  })

  it('gives the same map until it learns something', () => {
    const show = createShow()
    const { map } = show
    expect(show.map).toBe(map)
    show.learn([{ showId: 1, seatId: 1, status: 'HELD', version: 1 }])
    expect(map?.seatCodes).toBe('AAA')
    expect(codes(show)).toBe('HAA')
  })
})
