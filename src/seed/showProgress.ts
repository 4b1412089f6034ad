import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from './load.js'

const EACH_PERCENT = 10

/** Shows how far a load has come: as a bar on a terminal, as a line each 10 % elsewhere. Call `end` before writing anything else. */
export function showProgress(stream: NodeJS.WriteStream): { onProgress(progress: Progress): void; end(): void } {
  return stream.isTTY ? showBar(stream) : showLines(stream)
}

function showBar(stream: NodeJS.WriteStream) {
  const format = '{bar} {percentage} % | {value} of {total} {label} | {eta_formatted} left'
  const bar = new SingleBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic)
  return {
    onProgress({ label, done, total }: Progress) {
      if (!bar.isActive) bar.start(total, done, { label })
      else bar.update(done)
    },
    end: () => bar.stop(),
  }
}

function showLines(stream: NodeJS.WriteStream) {
  let next = 0
  return {
    onProgress({ label, done, total }: Progress) {
      const percent = Math.floor((100 * done) / total)
      if (percent < next) return
      next = percent - (percent % EACH_PERCENT) + EACH_PERCENT
      stream.write(`${percent} % of ${total} ${label}\n`)
    },
    end() {},
  }
}
