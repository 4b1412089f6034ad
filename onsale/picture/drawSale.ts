import { availableParallelism } from 'node:os'
import { BUCKET_MS, type Bucket, type Latencies } from '../latencies.js'
import type { Options } from '../options.js'
import { toTime } from '../report.js'
import type { Outcome } from '../sale.js'
import type { SeatCounts } from '../seatLog.js'
import { drawFrame, drawLegend, drawLine, drawMoment, type Panel } from './panel.js'
import { scaleByPowers, scaleEvenly } from './scales.js'
import { type Point, tag, through, writeText } from './svg.js'

const WIDTH = 1000
const HEIGHT = 760
const LEFT = 76
const RIGHT = 976
const SEATS = { top: 124, bottom: 370 }
const LATENCIES = { top: 454, bottom: 700 }
const COLORS = { available: '#bae6fd', held: '#fbbf24', sold: '#16a34a', holds: '#1d4ed8', events: '#c2410c' }
const TICKS = 10
const SEAT_TICKS = 5
/** More points than that would hide each other. */
const MOST_POINTS = 450
/** Over a longer time without answers no line is drawn. */
const GAP_BUCKETS = 5

type Sale = Pick<Outcome, 'seats' | 'allHeldMs' | 'soldOutMs' | 'load'> & {
  readonly found: Pick<Outcome['found'], 'holds' | 'events'>
}

/** The sale as a picture: how the seats went, and below how long buyers and watchers waited meanwhile. */
export function drawSale(options: Options, sale: Sale): string {
  const endMs = findEnd(sale)
  const panels = [drawSeats(options, sale, endMs), drawLatencies(sale, endMs)]
  const content = [
    tag('rect', { width: WIDTH, height: HEIGHT, fill: '#fff' }),
    ...drawHeading(options, sale),
    ...panels,
    writeText('time from the opening of the sale', [(LEFT + RIGHT) / 2, HEIGHT - 16], {
      'text-anchor': 'middle',
      fill: '#475569',
    }),
  ]
  const label = tellSale(options, sale)
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      'font-family': 'system-ui, sans-serif',
      'font-size': 13,
      role: 'img',
      'aria-label': label,
    },
    `\n${content.join('\n')}\n`,
  )}\n`
}

function drawHeading(options: Options, sale: Sale): string[] {
  const { servers, connections } = options
  const who = `${servers === 1 ? 'One server' : `${servers} servers`}, Postgres, Redis and the buyers`
  const where = `on one machine of ${availableParallelism()} cores, load ${sale.load.toFixed(1)} at the opening.`
  const how = `Requests share ${connections} connections.`
  return [
    writeText(tellSale(options, sale), [LEFT, 40], { 'font-size': 20, 'font-weight': 600, fill: '#0f172a' }),
    writeText(`${who} ${where} ${how}`, [LEFT, 64], { fill: '#475569' }),
  ]
}

function tellSale({ buyers, seats }: Options, { soldOutMs }: Sale): string {
  const number = (count: number) => count.toLocaleString('en')
  const end = soldOutMs === null ? 'not sold out' : `sold out after ${toTime(soldOutMs)}`
  return `${number(buyers)} buyers want ${number(seats)} seats within one second: ${end}`
}

/** When the last answer or event came. */
function findEnd({ seats, found }: Sale): number {
  const last = (latencies: Latencies) => (latencies.overTime(BUCKET_MS).at(-1)?.atMs ?? 0) + BUCKET_MS
  return Math.max(seats.at(-1)!.atMs, last(found.holds), last(found.events))
}

function scaleTime(endMs: number) {
  return scaleEvenly({ least: 0, most: endMs, from: LEFT, to: RIGHT }, TICKS)
}

function tellSeconds(ms: number): string {
  return `${Number((ms / 1_000).toFixed(1))} s`
}

function drawSeats({ seats }: Options, { seats: steps, allHeldMs, soldOutMs }: Sale, endMs: number): string {
  const panel: Panel = {
    title: 'Seats',
    left: LEFT,
    right: RIGHT,
    ...SEATS,
    x: scaleTime(endMs),
    y: scaleEvenly({ least: 0, most: seats, from: SEATS.bottom, to: SEATS.top }, SEAT_TICKS),
    tellX: tellSeconds,
    tellY: String,
  }
  const { sold, held, available } = COLORS
  const area = (count: (counts: SeatCounts) => number, color: string) => {
    const edge = drawSteps(
      panel,
      steps.map((counts) => [counts.atMs, count(counts)] as const),
      endMs,
    )
    return tag('path', { d: `${through(edge)}V${panel.bottom}H${panel.left}Z`, fill: color })
  }
  return [
    area(() => seats, available),
    area((counts) => counts.held + counts.sold, held),
    area((counts) => counts.sold, sold),
    drawFrame(panel),
    allHeldMs === null ? '' : drawMoment(panel, allHeldMs),
    soldOutMs === null ? '' : drawMoment(panel, soldOutMs),
    drawLegend(panel, [
      { text: 'available', color: available, isArea: true },
      { text: 'held', color: held, isArea: true },
      { text: 'sold', color: sold, isArea: true },
    ]),
  ].join('\n')
}

/** Values that each last until the next one. */
function drawSteps({ x, y }: Panel, values: readonly (readonly [number, number])[], endMs: number): Point[] {
  const points: Point[] = []
  for (const [index, [atMs, value]] of values.entries()) {
    const until = values[index + 1]?.[0] ?? endMs
    points.push([x.toPixels(atMs), y.toPixels(value)], [x.toPixels(until), y.toPixels(value)])
  }
  return points
}

function drawLatencies({ found, allHeldMs, soldOutMs }: Sale, endMs: number): string {
  const panel: Panel = {
    title: `Latency, by when the answer or the event came, each ${tellSeconds(bucketOf(endMs))}`,
    left: LEFT,
    right: RIGHT,
    ...LATENCIES,
    x: scaleTime(endMs),
    y: scaleByPowers({ least: 1, most: findMost(found), from: LATENCIES.bottom, to: LATENCIES.top }),
    tellX: tellSeconds,
    tellY: (ms) => (ms < 1_000 ? `${ms} ms` : `${ms / 1_000} s`),
  }
  return [
    drawFrame(panel),
    allHeldMs === null ? '' : drawMoment(panel, allHeldMs, `all seats held: ${toTime(allHeldMs)}`),
    soldOutMs === null ? '' : drawMoment(panel, soldOutMs, `sold out: ${toTime(soldOutMs)}`),
    drawPercentiles(panel, found.events.overTime(bucketOf(endMs)), COLORS.events),
    drawPercentiles(panel, found.holds.overTime(bucketOf(endMs)), COLORS.holds),
    drawLegend(panel, [
      { text: 'holds p50', color: COLORS.holds, isArea: false },
      { text: 'p99', color: COLORS.holds, isArea: false, opacity: 0.45 },
      { text: 'events p50', color: COLORS.events, isArea: false },
      { text: 'p99', color: COLORS.events, isArea: false, opacity: 0.45 },
    ]),
  ].join('\n')
}

/** The power of ten above all latencies. */
function findMost({ holds, events }: Sale['found']): number {
  return 10 ** Math.max(2, Math.ceil(Math.log10(Math.max(holds.all.maxMs, events.all.maxMs))))
}

/** A tenth of a second, or as many of them as a long sale wants. */
function bucketOf(endMs: number): number {
  return Math.ceil(endMs / BUCKET_MS / MOST_POINTS) * BUCKET_MS
}

function drawPercentiles(panel: Panel, buckets: readonly Bucket[], color: string): string {
  const line = (share: number) =>
    splitAtGaps(buckets).map((run) =>
      run.map(({ atMs, widthMs, histogram }): Point => {
        const ms = histogram.percentile(share) ?? 0
        return [panel.x.toPixels(atMs + widthMs / 2), panel.y.toPixels(ms)]
      }),
    )
  return drawLine(line(0.99), color, 1.5, 0.45) + drawLine(line(0.5), color, 2)
}

function splitAtGaps(buckets: readonly Bucket[]): Bucket[][] {
  const runs: Bucket[][] = []
  for (const [index, bucket] of buckets.entries()) {
    const before = buckets[index - 1]
    const isGap = before === undefined || bucket.atMs - before.atMs > GAP_BUCKETS * bucket.widthMs
    if (isGap) runs.push([])
    runs.at(-1)!.push(bucket)
  }
  return runs
}
