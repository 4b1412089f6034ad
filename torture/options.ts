import { parseArgs } from 'node:util'

export interface Options {
  readonly minutes: number
  readonly servers: number
  readonly buyers: number
  readonly seed: string
  readonly json: boolean
}

export class UsageError extends Error {}

const USAGE = 'Usage: npm run torture -- [--minutes N] [--servers K] [--buyers B] [--seed S] [--json]'

/**
 * @throws {UsageError} with what would be right.
 */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args)
  const options = {
    minutes: Number(values.minutes),
    servers: Number(values.servers),
    buyers: Number(values.buyers),
    seed: values.seed ?? String(Date.now()),
    json: values.json,
  }
  const isCount = (value: number) => Number.isInteger(value) && value >= 1
  if (!(options.minutes > 0) || !isCount(options.servers) || !isCount(options.buyers)) throw new UsageError(USAGE)
  return options
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        minutes: { type: 'string', default: '2' },
        servers: { type: 'string', default: '2' },
        buyers: { type: 'string', default: '40' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`)
  }
}
