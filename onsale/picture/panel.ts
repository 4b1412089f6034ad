import type { Scale } from './scales.js'
import { type Point, tag, through, writeText } from './svg.js'

/** A chart within a picture: its place, and the scales of its axes. */
export interface Panel {
  readonly title: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: Scale
  readonly y: Scale
  readonly tellX: (value: number) => string
  readonly tellY: (value: number) => string
}

export interface LegendEntry {
  readonly text: string
  readonly color: string
  /** A box for an area, a line for a line. */
  readonly isArea: boolean
  readonly opacity?: number
}

const GRID = '#e2e8f0'
const INK = '#0f172a'
const MUTED = '#475569'
const ENTRY_GAP = 44
/** About what a letter of 13 pixels takes. */
const LETTER = 7.2
const SWATCH = 18

/** The title, the grid and the axes. */
export function drawFrame({ title, left, right, top, bottom, x, y, tellX, tellY }: Panel): string {
  const rows = y.ticks.map((value) => {
    const at = Math.round(y.toPixels(value))
    const label = writeText(tellY(value), [left - 8, at + 4], { 'text-anchor': 'end', fill: MUTED })
    return tag('path', { d: `M${left} ${at}H${right}`, stroke: GRID }) + label
  })
  const columns = x.ticks.map((value) => {
    const at = Math.round(x.toPixels(value))
    const label = writeText(tellX(value), [at, bottom + 18], { 'text-anchor': 'middle', fill: MUTED })
    return tag('path', { d: `M${at} ${bottom}v5`, stroke: MUTED }) + label
  })
  const axis = tag('path', { d: `M${left} ${bottom}H${right}`, stroke: MUTED })
  return [...rows, ...columns, axis, writeText(title, [left, top - 14], { 'font-weight': 600, fill: INK })].join('\n')
}

/** What the colors mean, at the right above the panel. */
export function drawLegend({ right, top }: Panel, entries: readonly LegendEntry[]): string {
  const widths = entries.map(({ text }) => text.length * LETTER + ENTRY_GAP)
  const start = right - widths.reduce((sum, width) => sum + width, 0) + ENTRY_GAP - SWATCH - 14
  return entries
    .map(({ text, color, isArea, opacity = 1 }, index) => {
      const x = start + widths.slice(0, index).reduce((sum, width) => sum + width, 0)
      const box = { x, y: isArea ? top - 24 : top - 20, width: SWATCH, height: isArea ? 12 : 3, fill: color, opacity }
      return tag('rect', box) + writeText(text, [x + SWATCH + 6, top - 14], { fill: INK, 'font-size': 13 })
    })
    .join('\n')
}

/** A line through each run of points; a point alone is a dot. */
export function drawLine(runs: readonly (readonly Point[])[], color: string, width: number, opacity = 1): string {
  const lines = runs.filter(({ length }) => length > 1).map(through)
  const dots = runs
    .filter(({ length }) => length === 1)
    .map(([point]) =>
      tag('circle', { cx: point![0].toFixed(1), cy: point![1].toFixed(1), r: width, fill: color, opacity }),
    )
  const stroke = { fill: 'none', stroke: color, 'stroke-width': width, opacity, 'stroke-linejoin': 'round' }
  return [...(lines.length > 0 ? [tag('path', { d: lines.join(''), ...stroke })] : []), ...dots].join('\n')
}

/** A moment, as a line from the top to the bottom, with its name where it has one. */
export function drawMoment({ left, right, top, bottom, x }: Panel, atMs: number, name = ''): string {
  const at = Math.round(x.toPixels(atMs))
  const line = tag('path', { d: `M${at} ${top}V${bottom}`, stroke: INK, 'stroke-dasharray': '3 4' })
  if (name === '') return line
  const isLate = at > (left + right) / 2
  const anchor = isLate ? 'end' : 'start'
  return line + writeText(name, [isLate ? at - 6 : at + 6, bottom - 10], { fill: INK, 'text-anchor': anchor })
}
