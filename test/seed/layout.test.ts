import { describe, expect, it } from 'vitest'
import { groupBy } from '../../src/lib/groupBy.js'
import { drawLayout, rowLabel, type SeatPlace } from '../../src/seed/layout.js'

const SIZES = Array.from({ length: 1000 }, (_, index) => index + 1)
const ROOMS = SIZES.map(drawLayout)

describe('rooms of 1 to 1,000 seats', () => {
  it('have exactly that many seats', () => {
    expect(ROOMS.map((room) => room.length)).toEqual(SIZES)
  })

  it('have no two seats at one place, nor two of one row and number', () => {
    for (const room of ROOMS) {
      expect(new Set(room.map(({ x, y }) => `${x},${y}`)).size).toBe(room.length)
      expect(new Set(room.map(({ row, number }) => `${row}${number}`)).size).toBe(room.length)
    }
  })

  it('are drawn in reading order, rows labelled and seats numbered without a hole', () => {
    for (const room of ROOMS) {
      expect([...room].sort((a, b) => a.y - b.y || a.x - b.x)).toEqual(room)
      const rows = rowsOf(room)
      expect(rows.map(([first]) => first!.row)).toEqual(rows.map((_, index) => rowLabel(index)))
      for (const row of rows) expect(row.map(({ number }) => number)).toEqual(row.map((_, index) => index + 1))
    }
  })

  it('begin at the screen and at the left wall', () => {
    for (const room of ROOMS) {
      expect(Math.min(...room.map(({ y }) => y))).toBe(0)
      expect(Math.min(...room.map(({ x }) => x))).toBe(0)
    }
  })

  it('have rows that widen to the back, and gaps of one place at most', () => {
    for (const room of ROOMS) {
      const rows = rowsOf(room)
      const widths = rows.map((row) => row.length)
      expect([...widths].sort((a, b) => a - b)).toEqual(widths)
      for (const row of rows) {
        const steps = row.slice(1).map(({ x }, index) => x - row[index]!.x)
        expect(steps.every((step) => step === 1 || step === 2)).toBe(true)
      }
    }
  })

  it('have places for wheelchairs, all of them at a row end or along an aisle', () => {
    for (const room of ROOMS.slice(19)) {
      const taken = new Set(room.map(({ x, y }) => `${x},${y}`))
      const accessible = room.filter(({ isAccessible }) => isAccessible)
      expect(accessible.length).toBe(2 + Math.floor((room.length - 1) / 50))
      for (const { x, y } of accessible) {
        expect(taken.has(`${x - 1},${y}`) && taken.has(`${x + 1},${y}`)).toBe(false)
      }
    }
  })
})

describe('a room of 123 seats', () => {
  it('looks like a cinema', () => {
    expect(picture(drawLayout(123))).toEqual([
      'A   ww wrrrrrrw r   ',
      'B   rr rrrrrrrr rr  ',
      'C  rrr rrrrrrrr rr  ',
      'D  rrr rrrrrrrr rr  ',
      'E  ppp pppppppp ppp ',
      'F  ppp pppppppp ppp ',
      'G vvvv vvvvvvvv vvv ',
      'H rrrr rrrrrrrr rrr ',
      'I llll llllllll llll',
    ])
  })
})

describe('a room of 334 seats', () => {
  it('has two rows of VIP and a cross aisle with places for wheelchairs along it', () => {
    expect(picture(drawLayout(334))).toEqual([
      'A     rrr rrrrrrrrrrrrrr rrr    ',
      'B    rrrr rrrrrrrrrrrrrr rrr    ',
      'C    rrrr rrrrrrrrrrrrrr rrr    ',
      'D    rrrr rrrrrrrrrrrrrr rrrr   ',
      'E    rrrr rrrrrrrrrrrrrr rrrr   ',
      'F   wrrrw wrrrrrrrrrrrrw wrrw   ',
      '',
      'G   wpppw pppppppppppppp ppppp  ',
      'H   ppppp pppppppppppppp ppppp  ',
      'I  pppppp pppppppppppppp ppppp  ',
      'J  vvvvvv vvvvvvvvvvvvvv vvvvv  ',
      'K  vvvvvv vvvvvvvvvvvvvv vvvvvv ',
      'L  rrrrrr rrrrrrrrrrrrrr rrrrrr ',
      'M rrrrrrr rrrrrrrrrrrrrr rrrrrr ',
      'N rrrrrrr rrrrrrrrrrrrrr rrrrrrr',
    ])
  })
})

describe('row labels', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
  ])('%i is %s', (index, label) => {
    expect(rowLabel(index)).toBe(label)
  })
})

function rowsOf(room: readonly SeatPlace[]): SeatPlace[][] {
  return [...groupBy(room, ({ y }) => y).values()]
}

const LETTERS = { REGULAR: 'r', PREMIUM: 'p', VIP: 'v', RECLINER: 'l' } as const

/** The rows of a room, one letter a seat: its type, or w for a wheelchair. */
function picture(room: readonly SeatPlace[]): string[] {
  const width = Math.max(...room.map(({ x }) => x)) + 1
  const lines = Array.from({ length: Math.max(...room.map(({ y }) => y)) + 1 }, () => '')
  for (const [first, ...others] of rowsOf(room)) {
    const places = Array.from({ length: width }, () => ' ')
    for (const seat of [first!, ...others]) places[seat.x] = seat.isAccessible ? 'w' : LETTERS[seat.type]
    lines[first!.y] = `${first!.row} ${places.join('')}`
  }
  return lines
}
