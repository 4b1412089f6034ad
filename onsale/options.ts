import { parseArgs } from 'node:util'

export interface Options {
  readonly buyers: number
  readonly seats: number
  readonly servers: number
  /** How many connections all buyers' requests share, as those of a load balancer. */
  readonly connections: number
  /** How many processes the buyers are in. */
  readonly generators: number
  readonly seed: string
  /** The file that the picture is drawn into. */
  readonly picture: string
  readonly json: boolean
}

export class UsageError extends Error {}

const USAGE =
  'Usage: npm run onsale -- [--buyers N] [--seats N] [--servers K] [--connections N] [--generators N] [--seed S] [--picture FILE] [--json]'
const BUYERS_OF_A_GENERATOR = 5_000

/**
 * @throws {UsageError} with what would be right.
 */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args)
  const buyers = toCount('buyers', values.buyers)
  const connections = toCount('connections', values.connections)
  const options = {
    buyers,
    seats: toCount('seats', values.seats),
    servers: toCount('servers', values.servers),
    connections,
    generators: values.generators
      ? toCount('generators', values.generators)
      : Math.min(connections, Math.ceil(buyers / BUYERS_OF_A_GENERATOR)),
    seed: values.seed ?? String(Date.now()),
    picture: values.picture,
    json: values.json,
  }
  if (buyers < options.seats) throw new UsageError('There have to be as many buyers as seats: some want only one.')
  if (Math.min(buyers, connections) < options.generators) {
    throw new UsageError('Each generator has to have a buyer and a connection.')
  }
  return options
}

function toCount(name: string, value: string): number {
  const count = Number(value)
  if (Number.isInteger(count) && count >= 1) return count
  throw new UsageError(`--${name} has to be a whole number from 1 on, not ${JSON.stringify(value)}.\n${USAGE}`)
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        buyers: { type: 'string', default: '10000' },
        seats: { type: 'string', default: '500' },
        servers: { type: 'string', default: '1' },
        connections: { type: 'string', default: '256' },
        generators: { type: 'string' },
        seed: { type: 'string' },
        picture: { type: 'string', default: 'onsale.svg' },
        json: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`)
  }
}
