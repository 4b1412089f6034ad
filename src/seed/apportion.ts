/** Splits a whole number in the ratio of the weights into whole numbers that add up to it: by largest remainder. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((added, weight) => added + weight, 0)
  const quotas = weights.map((weight) => (total * weight) / sum)
  const shares = quotas.map(Math.floor)
  const left = total - shares.reduce((added, share) => added + share, 0)
  const byRemainder = quotas.map((quota, index) => ({ index, remainder: quota % 1 }))
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) shares[index]! += 1
  return shares
}
