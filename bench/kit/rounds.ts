import type { Note } from './bench.js'
import type { LoadResult } from './load.js'

export interface Comparison {
  readonly rounds: number
  /** Runs a round of ours; round 0 warms up. */
  readonly ours: (round: number) => Promise<LoadResult>
  readonly theirs: (round: number) => Promise<LoadResult>
  /** What of it is compared: the throughput when left out. */
  readonly measure?: (result: LoadResult) => number
  readonly note: Note
}

/**
 * Measures both sides in turn, A B A B, and gives the median of the ratios: what disturbs the machine for a while disturbs
 * both.
 */
export async function compareRounds({
  rounds,
  ours,
  theirs,
  measure = toThroughput,
  note,
}: Comparison): Promise<number> {
  const ratios: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const a = await ours(round)
    const b = await theirs(round)
    const ratio = measure(a) / measure(b)
    if (round > 0) ratios.push(ratio)
    const name = round === 0 ? 'warm-up' : `round ${round} of ${rounds}`
    note(`${name}: ours ${tell(a)}; theirs ${tell(b)}; ratio ${ratio.toFixed(2)}`)
  }
  return median(ratios)
}

function toThroughput({ perSecond }: LoadResult): number {
  return perSecond
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function tell({ perSecond, p99Ms, busy, failed }: LoadResult): string {
  const failures = failed === 0 ? '' : `, ${failed} failed`
  return `${Math.round(perSecond)}/s (p99 ${p99Ms.toFixed(0)} ms, generator ${Math.round(busy * 100)} % busy${failures})`
}
