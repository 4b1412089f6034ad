import { fork } from 'node:child_process'
import { once } from 'node:events'

export interface ChildOptions {
  /** The module to run: it tells its port to its parent. */
  readonly module: string
  readonly env: Readonly<Record<string, string>>
  /** Where to write a CPU profile when it ends, if anywhere. */
  readonly profileDir: string | null
}

export interface Child {
  readonly pid: number
  readonly port: number
  /** Sends it a message. */
  tell(message: string): void
  /** Sends it a message, and gives what it says next. */
  ask(message: string): Promise<unknown>
  stop(): Promise<void>
}

/** Starts a server in a process of its own, which ends with us. What it prints goes to standard error. */
export async function startChild({ module, env, profileDir }: ChildOptions): Promise<Child> {
  const child = fork(module, {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    // As `npm start` has it, on both sides.
    execArgv: [
      '--max-semi-space-size=32',
      '--no-allocation-site-pretenuring',
      '--no-flush-bytecode',
      '--v8-pool-size=1',
      ...(profileDir === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`]),
    ],
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  })
  const ended = once(child, 'exit')
  const told = await Promise.race([once(child, 'message'), ended.then(() => null)])
  if (told === null) throw new Error(`${module} ended before it listened`)
  return {
    pid: child.pid!,
    port: told[0] as number,
    tell: (message) => void child.send(message),
    async ask(message) {
      const answered = once(child, 'message')
      child.send(message)
      return (await answered)[0]
    },
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
