import { parseArgs } from 'node:util'
import { attacks } from './attacks.js'
import { connect, watcherMemory } from './connect.js'
import { expiry } from './expiry.js'
import { fanOut, fanOutNaive } from './fanOut.js'
import { hold, holdLone, holdP99 } from './hold.js'
import { holdAudit } from './holdAudit.js'
import { holdNaive } from './holdNaive.js'
import { hotShow } from './hotShow.js'
import { type Bench, judge, type Note, type Result } from './kit/bench.js'
import { Closers } from './kit/closers.js'
import { openLab } from './kit/lab.js'
import { overload } from './overload.js'
import { seatMap, seatMapCompact } from './seatMap.js'
import { shows } from './shows.js'
import { trivial, trivialEach } from './trivial.js'
import { veryHot } from './veryHot.js'
import { waitingRoom } from './waitingRoom.js'

const BENCHES: readonly Bench[] = [
  hold,
  holdP99,
  holdLone,
  holdAudit,
  holdNaive,
  hotShow,
  veryHot,
  overload,
  seatMap,
  seatMapCompact,
  shows,
  trivial,
  trivialEach,
  expiry,
  attacks,
  fanOut({ name: 'fan-out-1k', watchers: 1_000, goal: 0.9 }),
  fanOut({ name: 'fan-out-10k', watchers: 10_000, goal: 0.8 }),
  fanOutNaive({ name: 'fan-out-naive-1k', watchers: 1_000, goal: 4.5 }),
  fanOutNaive({ name: 'fan-out-naive-10k', watchers: 10_000, goal: 3.5 }),
  connect,
  watcherMemory,
  waitingRoom,
]

interface Options {
  readonly benches: readonly Bench[]
  readonly json: boolean
  readonly profileDir: string | null
}

class UsageError extends Error {}

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const options = readOptions()
    const results = await runBenches(options)
    if (options.json) console.log(JSON.stringify(results))
    else printTable(results)
    return results.every(({ holds }) => holds) ? 0 : 1
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error)
    return error instanceof UsageError ? 2 : 1
  }
}

function readOptions(): Options {
  const { only, json, profile } = parse()
  const names = BENCHES.map(({ name }) => name)
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new UsageError(`There is no bench "${unknown}". There are: ${names.join(', ')}.`)
  const benches = only.length === 0 ? BENCHES : BENCHES.filter(({ name }) => only.includes(name))
  return { benches, json, profileDir: profile ?? null }
}

function parse() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        profile: { type: 'string' },
      },
    })
    return { ...values, only: values.only.flatMap((names) => names.split(',')) }
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message}\nUsage: npm run bench -- [--only NAME] [--json] [--profile FOLDER]`,
    )
  }
}

async function runBenches({ benches, json, profileDir }: Options): Promise<Result[]> {
  const results: Result[] = []
  for (const bench of benches) {
    const note: Note = (line) => {
      if (!json) console.log(`  ${line}`)
    }
    if (!json) console.log(`${bench.name}: ${bench.title}`)
    results.push(judge(bench, await runBench(bench, profileDir, note)))
  }
  return results
}

/** Runs a bench in a lab of its own, so that none inherits a database that another has filled. */
async function runBench(bench: Bench, profileDir: string | null, note: Note): Promise<number> {
  const closers = new Closers()
  const interrupt = () => void closers.close().finally(() => process.exit(130))
  // Not once: npm and tsx pass a Ctrl-C on that has come already.
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  try {
    return await bench.run(await openLab(closers, profileDir), note)
  } finally {
    await closers.close()
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  }
}

function printTable(results: readonly Result[]): void {
  const bounds = new Map(BENCHES.map(({ name, bound }) => [name, bound]))
  console.log(`\n${'bench'.padEnd(18)}${'ratio'.padStart(8)}   ${'goal'.padEnd(16)}holds`)
  for (const { name, ratio, goal, holds } of results) {
    const wanted = `${bounds.get(name)} ${goal}`
    console.log(`${name.padEnd(18)}${ratio.toFixed(3).padStart(8)}   ${wanted.padEnd(16)}${holds ? 'yes' : 'no'}`)
  }
}
