import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Closers } from '../bench/kit/closers.js'
import { COMPILED } from '../bench/kit/compile.js'
import type { Command, Findings, Message, Progress } from './generator/protocol.js'

const MODULE = join(COMPILED, 'onsale/generator/main.js')
const NOTHING: Progress = { signedIn: 0, watching: 0, answered: 0 }

/** A process of buyers. */
export class Generator {
  progress = NOTHING
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
    child.on('message', (message: Message) => {
      if (message.kind === 'progress') this.progress = message.progress
    })
  }

  /** Starts it, to be ended by `closers`. */
  static start(closers: Closers): Generator {
    const child = fork(MODULE, {
      execArgv: ['--max-semi-space-size=32'],
      serialization: 'advanced',
      stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
    })
    const ended = once(child, 'exit')
    closers.add(async () => {
      if (child.connected) child.disconnect()
      await ended
    })
    return new Generator(child)
  }

  /**
   * Lets it carry out one command; waits until it has.
   *
   * @throws {Error} when it could not.
   */
  do(command: Command): Promise<Findings | null> {
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error('a process of buyers has ended'))
      const onMessage = (message: Message) => {
        if (message.kind === 'progress') return
        this.#child.off('message', onMessage).off('exit', onExit)
        if (message.kind === 'done') resolve(message.findings)
        else reject(new Error(message.message))
      }
      this.#child.on('message', onMessage).on('exit', onExit)
      this.#child.send(command)
    })
  }
}

/** How far all generators are together. */
export function sumProgress(generators: readonly Generator[]): Progress {
  return generators.reduce(
    (sum, { progress }) => ({
      signedIn: sum.signedIn + progress.signedIn,
      watching: sum.watching + progress.watching,
      answered: sum.answered + progress.answered,
    }),
    NOTHING,
  )
}
