import { findFreePort } from './freePort.js'
import { StartupError } from './startupError.js'
import { startTied, type TiedCommand, type TiedProcess } from './tiedProcess.js'

export interface TiedServer {
  /** For error messages: `Postgres`. */
  readonly name: string
  readonly command: (port: number) => TiedCommand
  /** A line that it prints once it takes connections. */
  readonly ready: RegExp
}

export interface RunningServer {
  readonly port: number
  readonly process: TiedProcess
}

const PORT_TRIES = 3
const PORT_TAKEN = /address already in use|could not create any TCP\/IP sockets/i
const KEPT_LINES = 20

/**
 * Starts a server on a free port of the loopback address and waits until it takes connections. When somebody takes the port in
 * between, it is tried again with another one.
 *
 * @throws {StartupError} with the last thing that it printed, when it ends instead.
 */
export async function startOnFreePort(server: TiedServer): Promise<RunningServer> {
  for (let tries = 1; ; tries++) {
    const port = await findFreePort()
    const lines: string[] = []
    const process = await startReady(server, port, lines)
    if (process !== null) return { port, process }
    if (tries === PORT_TRIES || !lines.some((line) => PORT_TAKEN.test(line))) {
      throw new StartupError(`${server.name} did not start: ${explain(lines)}`)
    }
  }
}

/**
 * Starts a server on a port of the loopback address and waits until it takes connections.
 *
 * @throws {StartupError} with the last thing that it printed, when it ends instead.
 */
export async function startOnPort(server: TiedServer, port: number): Promise<TiedProcess> {
  const lines: string[] = []
  const process = await startReady(server, port, lines)
  if (process === null) throw new StartupError(`${server.name} did not start: ${explain(lines)}`)
  return process
}

/** The process once it takes connections; null when it has ended instead. */
async function startReady({ command, ready }: TiedServer, port: number, lines: string[]): Promise<TiedProcess | null> {
  const tied = command(port)
  let becomeReady = () => {}
  const isReady = new Promise<true>((resolve) => {
    becomeReady = () => resolve(true)
  })
  const process = await startTied({
    ...tied,
    onLine(line) {
      tied.onLine?.(line)
      if (lines.push(line) > KEPT_LINES) lines.shift()
      if (ready.test(line)) becomeReady()
    },
  })
  return (await Promise.race([isReady, process.ended])) === true ? process : null
}

/** What a failed command said last that looks like the reason, on one line. */
export function explain(lines: readonly string[]): string {
  const reasons = lines.filter((line) => /FATAL|PANIC|error|denied|cannot|could not|not found/i.test(line))
  return (reasons.at(-1) ?? lines.at(-1) ?? 'it said nothing').trim()
}
