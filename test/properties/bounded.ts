/** How a property is run: by the same seed each time, unless FC_SEED names another; `numRuns` times, unless FC_RUNS says how often. */
export function bounded(numRuns: number) {
  return { seed: Number(process.env.FC_SEED ?? 20261121), numRuns: Number(process.env.FC_RUNS ?? numRuns) }
}
