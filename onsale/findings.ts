import type { Findings } from './generator/protocol.js'
import { Latencies, type PackedLatencies } from './latencies.js'

/** What all buyers have seen. */
export interface AllFindings {
  readonly outcomes: ReadonlyMap<string, number>
  readonly holds: Latencies
  readonly sentHolds: Latencies
  readonly confirmations: Latencies
  readonly events: Latencies
  readonly messages: number
  readonly missed: number
  readonly boughtSeats: readonly number[]
  readonly wrongMaps: number
  readonly lastMapAt: number
  readonly breaks: number
  /** Of each generator. */
  readonly busy: readonly number[]
  readonly cores: readonly number[]
}

/** Puts together what the generators have found. */
export function mergeFindings(all: readonly Findings[]): AllFindings {
  const sum = (key: 'messages' | 'missed' | 'wrongMaps' | 'breaks') => all.reduce((total, each) => total + each[key], 0)
  const merge = (key: 'holds' | 'sentHolds' | 'confirmations' | 'events') =>
    mergeLatencies(all.map((each) => each[key]))
  return {
    outcomes: sumOutcomes(all),
    holds: merge('holds'),
    sentHolds: merge('sentHolds'),
    confirmations: merge('confirmations'),
    events: merge('events'),
    messages: sum('messages'),
    missed: sum('missed'),
    boughtSeats: all.flatMap(({ boughtSeats }) => boughtSeats),
    wrongMaps: sum('wrongMaps'),
    lastMapAt: Math.max(...all.map(({ lastMapAt }) => lastMapAt)),
    breaks: sum('breaks'),
    busy: all.map(({ busy }) => busy),
    cores: all.map(({ cores }) => cores),
  }
}

function mergeLatencies(all: readonly PackedLatencies[]): Latencies {
  const merged = new Latencies()
  for (const packed of all) merged.absorb(packed)
  return merged
}

/** The most frequent first. */
function sumOutcomes(all: readonly Findings[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [outcome, count] of all.flatMap(({ outcomes }) => [...outcomes])) {
    sums.set(outcome, (sums.get(outcome) ?? 0) + count)
  }
  return new Map([...sums].toSorted(([, a], [, b]) => b - a))
}
