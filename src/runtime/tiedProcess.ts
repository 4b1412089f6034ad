import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Duplex } from 'node:stream'

export interface TiedCommand {
  readonly command: string
  readonly args: readonly string[]
  /** Sent one after the other to stop it, each with so many seconds to take effect; SIGKILL comes last by itself. */
  readonly stopSignals: readonly { readonly signal: string; readonly seconds: number }[]
  readonly cwd?: string
  /** Whom to run it as, for root alone. */
  readonly user?: { readonly uid: number; readonly gid: number } | null
  readonly input?: string
  /** An open file that the process shall hold as long as it lives, as a lock is. */
  readonly heldFile?: number
  readonly onLine?: (line: string) => void
}

export interface TiedProcess {
  readonly pid: number
  /** How it ended: `exit code 1`, `SIGKILL`. */
  readonly ended: Promise<string>
  /** Stops it and waits until it is gone. */
  stop(): Promise<void>
}

/**
 * Stands between us and the command: a watcher in the background reads file 3 until it ends, which it does when we close it
 * and also when we are killed, and then stops the command. A word on file 3 tells that the command has ended by itself.
 * The command takes the place of the shell, so that its process id and its exit are ours to see.
 */
const SCRIPT = `
stops=$1; shift; me=$$
has_ended() {
  kill -0 $me || return 0
  read -r stat </proc/$me/stat || return 1
  case $stat in *') Z '*) return 0 ;; *) return 1 ;; esac
}
( (
  trap '' HUP INT QUIT TERM
  exec 4<&-
  read -r word <&3 && exit
  for stop in $stops KILL:1; do
    has_ended || kill -s "\${stop%:*}" $me
    tries=$(( \${stop#*:} * 20 ))
    while [ $tries -gt 0 ]; do
      has_ended && exit
      tries=$((tries - 1)); sleep 0.05
    done
  done
) & ) </dev/null >/dev/null 2>&1
exec 3<&-
exec "$@"
`

/** Nothing of ours that could change what the command does: no PG*, LC_* or NODE_* variables. */
const ENVIRONMENT = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Starts a command that does not outlive us, however we end: SIGKILL included. It is in a session of its own, so that Ctrl-C
 * in a terminal reaches us alone and we stop it in our order. What it prints goes to `onLine`, line by line.
 */
export async function startTied(tied: TiedCommand): Promise<TiedProcess> {
  const stops = tied.stopSignals.map(({ signal, seconds }) => `${signal}:${seconds}`).join(' ')
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', stops, tied.command, ...tied.args], {
    cwd: tied.cwd,
    env: ENVIRONMENT,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', tied.heldFile ?? 'ignore'],
    ...(tied.user && { uid: tied.user.uid, gid: tied.user.gid }),
  })
  await once(child, 'spawn')
  const tie = child.stdio[3] as Duplex
  const untied = once(tie.on('error', () => {}).resume(), 'close')
  const ended = once(child, 'exit').then(([code, signal]) => {
    if (tie.writable) tie.end('ended\n')
    return signal === null ? `exit code ${code}` : String(signal)
  })
  readLines(child, tied.onLine ?? (() => {}))
  child.stdin!.on('error', () => {}).end(tied.input)
  return {
    pid: child.pid!,
    ended,
    async stop() {
      tie.end()
      await Promise.all([ended, untied])
    },
  }
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const output of [child.stdout!, child.stderr!]) createInterface({ input: output }).on('line', onLine)
}
