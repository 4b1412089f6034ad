import { readFileSync } from 'node:fs'

type Stop = () => Promise<unknown>

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Ctrl-C reaches us twice when npm is our parent: from the terminal, and passed on by npm. */
const ONE_SIGNAL_MS = 500
const SHELL = /^\d+ \((sh|dash|bash)\)/
const PARENT_INTERVAL_MS = 250
/** All in all; what is tied to us stops by itself when we are gone. */
const END_WITHIN_MS = 4_700

/** From the first thing that is started until all is stopped again. The process ends by it alone. */
export class Lifetime {
  readonly #stops: Stop[] = []
  #ending: Promise<never> | null = null
  #endingSince = 0

  get isEnding(): boolean {
    return this.#ending !== null
  }

  /** Notes how to stop what has just been started. Last started, first stopped. */
  onEnd(stop: Stop): void {
    if (this.isEnding) void stop().catch(() => {})
    else this.#stops.push(stop)
  }

  /** Stops everything, within 5 s, and ends the process. When it is ending already, the first exit code holds. */
  end(exitCode: number): Promise<never> {
    this.#endingSince ||= performance.now()
    this.#ending ??= this.#stopAll(exitCode)
    return this.#ending
  }

  /** Ends on SIGINT, SIGTERM and SIGHUP; a second signal ends the process at once. */
  endOnSignals(): void {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (this.isEnding && performance.now() - this.#endingSince > ONE_SIGNAL_MS) process.exit(1)
        void this.end(0)
      })
    }
  }

  /** Ends when npm, which started us, is gone: killed, it leaves us behind without a word. */
  endWithNpm(): void {
    const parent = process.ppid
    // npm runs a script by a shell, which may stay between us and npm.
    const shell = SHELL.test(readStat(parent)) ? parent : null
    const npm = shell === null ? parent : parentOf(shell)
    const timer = setInterval(() => {
      const isLeft = process.ppid !== parent || (shell !== null && parentOf(shell) !== npm)
      if (isLeft) void this.end(0)
    }, PARENT_INTERVAL_MS)
    timer.unref()
  }

  async #stopAll(exitCode: number): Promise<never> {
    setTimeout(() => process.exit(exitCode || 1), END_WITHIN_MS)
    for (const stop of this.#stops.reverse()) await stop().catch(() => {})
    process.exit(exitCode)
  }
}

/** What /proc says of a process: its id, its name in parentheses, its state, its parent's id. Empty where there is no /proc. */
function readStat(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

function parentOf(pid: number): number {
  return Number(readStat(pid).split(') ').at(-1)?.split(' ')[1])
}
