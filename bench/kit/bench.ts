import type { Lab } from './lab.js'

export interface Bench {
  readonly name: string
  /** One line: what is measured, and against what. */
  readonly title: string
  readonly goal: number
  /** Whether the goal is the least or the most that the ratio may be. */
  readonly bound: 'at least' | 'at most'
  /** Measures the ratio. Throws when an answer is wrong. */
  run(lab: Lab, note: Note): Promise<number>
}

/** Tells how a bench goes on. */
export type Note = (line: string) => void

export interface Result {
  readonly name: string
  readonly ratio: number
  readonly goal: number
  readonly holds: boolean
}

/** The ratio that a bench measured, and whether its goal holds. */
export function judge({ name, goal, bound }: Bench, ratio: number): Result {
  return { name, ratio, goal, holds: bound === 'at least' ? ratio >= goal : ratio <= goal }
}
