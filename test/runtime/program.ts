import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UNLIMITED } from '../kit/unlimited.js'
import { type ProcessEntry, readProcesses } from './processes.js'
import { waitUntil } from './waitUntil.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Environment = Record<string, string>

/** Compiles the program, as `npm start` does. */
export function build(): void {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, stdio: 'inherit' })
}

/** The compiled program in a process of its own, with nothing in its environment but what the test gives it. */
export class Program {
  readonly dataDir: string
  stdout = ''
  stderr = ''
  readonly #child
  readonly #exit: Promise<{ code: number | null; signal: string | null }>

  constructor(dataDir: string, env: Environment, command: readonly string[] = [process.execPath, 'dist/main.js']) {
    this.dataDir = dataDir
    const address = { PORT: '0', HOST: '127.0.0.1' }
    const defaults = { PATH: process.env.PATH!, ...address, DEMO_DATA: 'false', WARM_UP_SECONDS: '0', ...UNLIMITED }
    this.#child = spawn(command[0]!, command.slice(1), {
      cwd: ROOT,
      env: { ...defaults, MARQUEE_DATA_DIR: dataDir, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text
    })
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    this.#exit = once(this.#child, 'close').then(([code, signal]) => ({ code, signal }))
  }

  get pid(): number {
    return this.#child.pid!
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  /** Waits until it says where it is, and gives the address of its server. */
  async ready(): Promise<string> {
    await this.says('/health')
    return /Health +(http\S+)\/health/.exec(this.stdout)![1]!
  }

  /** Waits until it has printed this. */
  async says(text: string): Promise<void> {
    await waitUntil(() => this.hasEnded || this.stdout.includes(text))
    if (!this.stdout.includes(text)) throw new Error(`The program ended: ${this.stderr}`)
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** As Ctrl-C in a terminal does: to all processes of its group. */
  killGroup(signal: NodeJS.Signals): void {
    process.kill(-this.pid, signal)
  }

  /** Waits until it has ended and everything that it wrote is here. */
  ended(): Promise<{ code: number | null; signal: string | null }> {
    return this.#exit
  }

  /** It and all that it has started, whoever their parents are by now. */
  async processes(): Promise<ProcessEntry[]> {
    const all = await readProcesses()
    const found = new Set([this.pid])
    for (let size = 0; size !== found.size; ) {
      size = found.size
      for (const { pid, parent, session } of all) if (found.has(parent) || found.has(session)) found.add(pid)
    }
    return all.filter(({ pid }) => found.has(pid))
  }
}

/** Makes data folders and programs for one test, and takes care that none of them is left. */
export class Stage {
  readonly #folders: string[] = []
  readonly #programs: Program[] = []

  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'marquee-program-'))
    this.#folders.push(folder)
    return folder
  }

  start(dataDir: string, env: Environment = {}, command?: readonly string[]): Program {
    const program = new Program(dataDir, env, command)
    this.#programs.push(program)
    return program
  }

  async clear(): Promise<void> {
    for (const program of this.#programs) {
      if (!program.hasEnded) program.kill('SIGTERM')
      await program.ended()
    }
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
