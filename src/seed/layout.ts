import type { SeatType } from '../modules/pricing/index.js'
import { apportion } from './apportion.js'

/** Where a seat stands: x from the left and y from the screen, aisles counted. */
export interface SeatPlace {
  readonly row: string
  readonly number: number
  readonly type: SeatType
  readonly isAccessible: boolean
  readonly x: number
  readonly y: number
}

/** Seats of a row to each row of a room. */
const BREADTH = 1.7
/** How much narrower the row at the screen is than the last one. */
const TAPER = 0.28

/**
 * Draws a room of exactly this many seats, in reading order: by row from the screen, then from left to right. Rows are centred
 * and widen to the back; aisles are gaps in x, cross aisles gaps in y. The same number gives the same room.
 */
export function drawLayout(seatCount: number): SeatPlace[] {
  const widths = rowWidths(seatCount)
  const aisles = aislesOf(Math.max(...widths))
  const crossAisles = crossAislesOf(widths.length)
  const types = rowTypes(widths.length, seatCount)
  const room = widths.flatMap((width, index) =>
    drawRow({ index, columns: columnsOf(width, widths), type: types[index]!, aisles, crossAisles }),
  )
  return markAccessible(room, accessibleRows(widths.length, crossAisles))
}

/** A, B, … Z, AA, AB, … */
export function rowLabel(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : rowLabel(Math.floor(index / 26) - 1) + letter
}

interface Row {
  readonly index: number
  readonly columns: readonly number[]
  readonly type: SeatType
  readonly aisles: readonly number[]
  readonly crossAisles: readonly number[]
}

function drawRow({ index, columns, type, aisles, crossAisles }: Row): SeatPlace[] {
  const y = index + crossAisles.filter((before) => before <= index).length
  return columns.map((column, position) => ({
    row: rowLabel(index),
    number: position + 1,
    type,
    isAccessible: false,
    x: column + aisles.filter((before) => before <= column).length,
    y,
  }))
}

function rowWidths(seatCount: number): number[] {
  const rows = Math.max(1, Math.round(Math.sqrt(seatCount / BREADTH)))
  const taper = rows < 5 ? 0 : TAPER
  const weights = Array.from({ length: rows }, (_, index) => 1 - taper * (1 - index / Math.max(1, rows - 1)))
  return apportion(seatCount, weights).sort((a, b) => a - b)
}

/** The columns of a row, in the middle of the widest. */
function columnsOf(width: number, widths: readonly number[]): number[] {
  const first = Math.floor((Math.max(...widths) - width) / 2)
  return Array.from({ length: width }, (_, position) => first + position)
}

/** The columns that have an aisle on their left. */
function aislesOf(width: number): number[] {
  if (width < 8) return []
  if (width < 13) return [Math.ceil(width / 2)]
  const side = Math.round(width * (width < 40 ? 0.25 : 0.18))
  return width < 40 ? [side, width - side] : [side, Math.ceil(width / 2), width - side]
}

/** The rows that have a cross aisle in front of them. */
function crossAislesOf(rows: number): number[] {
  if (rows < 12) return []
  return rows < 26 ? [Math.round(rows * 0.45)] : [Math.round(rows * 0.34), Math.round(rows * 0.68)]
}

/** From the screen: regular, premium, one or two rows of VIP where the back third begins, regular, at times recliners. */
function rowTypes(rows: number, seatCount: number): SeatType[] {
  if (rows < 3) return Array.from({ length: rows }, () => 'REGULAR')
  const vip = Math.round(rows * 0.67)
  const vipRows = rows < 5 ? 0 : rows < 12 ? 1 : 2
  const hasRecliners = rows >= 7 && seatCount % 3 === 0
  return Array.from({ length: rows }, (_, index) => {
    if (hasRecliners && index === rows - 1) return 'RECLINER'
    if (index < Math.round(rows * 0.45) || index >= vip + vipRows) return 'REGULAR'
    return index < vip ? 'PREMIUM' : 'VIP'
  })
}

/** Where a wheelchair can go, best first: along a cross aisle, or in front where there is none. */
function accessibleRows(rows: number, crossAisles: readonly number[]): string[] {
  const entrances = crossAisles.length === 0 ? [0] : crossAisles.flatMap((before) => [before, before - 1])
  const distance = (index: number) => Math.min(...entrances.map((entrance) => Math.abs(entrance - index)))
  const indexes = Array.from({ length: rows }, (_, index) => index)
  return indexes.sort((a, b) => distance(a) - distance(b) || a - b).map(rowLabel)
}

/** Two places, and one more for each 50 seats past the first 50, at row ends and along aisles. */
function markAccessible(room: readonly SeatPlace[], rows: readonly string[]): SeatPlace[] {
  const wanted = room.length < 20 ? 0 : 2 + Math.floor(Math.max(0, room.length - 1) / 50)
  const ends = rows.flatMap((row) => {
    const seats = room.filter((seat) => seat.row === row)
    return seats.filter((seat, index) => seats[index - 1]?.x !== seat.x - 1 || seats[index + 1]?.x !== seat.x + 1)
  })
  const accessible = new Set(ends.slice(0, wanted))
  return room.map((seat) => (accessible.has(seat) ? { ...seat, isAccessible: true } : seat))
}
