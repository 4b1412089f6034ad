/** Where a value lies in a picture, in pixels, and the values that its axis names. */
export interface Scale {
  readonly toPixels: (value: number) => number
  readonly ticks: readonly number[]
}

/** The values from `least` to `most`, laid from one pixel to another. */
export interface Span {
  readonly least: number
  readonly most: number
  readonly from: number
  readonly to: number
}

const NICE_STEPS = [1, 2, 5]

/** Ticks at round numbers, about as many as wanted. */
export function scaleEvenly({ least, most, from, to }: Span, wantedTicks: number): Scale {
  const step = roundUp((most - least) / wantedTicks)
  const first = Math.ceil(least / step)
  const count = Math.floor(most / step) - first + 1
  return {
    toPixels: (value) => from + ((value - least) / (most - least)) * (to - from),
    ticks: Array.from({ length: count }, (_, index) => (first + index) * step),
  }
}

/** Each power of ten as far from the next as the others; what lies outside is drawn at the edge. */
export function scaleByPowers({ least, most, from, to }: Span): Scale {
  const [low, high] = [Math.log10(least), Math.log10(most)]
  const first = Math.ceil(low - 1e-9)
  const count = Math.floor(high + 1e-9) - first + 1
  return {
    toPixels: (value) => {
      const power = Math.log10(Math.min(Math.max(value, least), most))
      return from + ((power - low) / (high - low)) * (to - from)
    },
    ticks: Array.from({ length: count }, (_, index) => 10 ** (first + index)),
  }
}

/** The next of 1, 2, 5, 10, 20, 50 and so on. */
function roundUp(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  return (NICE_STEPS.find((nice) => nice * power >= step) ?? 10) * power
}
