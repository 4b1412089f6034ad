/** What a promise gives, or what `late` makes where that takes too long. The work of the promise goes on. Rejects as it does, unless late. */
export function within<Value, Late>(ms: number, promise: Promise<Value>, late: () => Late): Promise<Value | Late> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => resolve(late()), ms)
    const inTime = <Settled>(settle: (settled: Settled) => void) => {
      return (settled: Settled) => {
        clearTimeout(impatience)
        settle(settled)
      }
    }
    promise.then(inTime(resolve), inTime(reject))
  })
}
