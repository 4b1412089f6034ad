import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { type Frame, Frames } from '../../torture/proxy/frames.js'

/** A place in what a process says to Postgres. */
export interface Place {
  /** Before a statement, before the COMMIT of its transaction, or after that and before its client hears of it. */
  readonly at: 'statement' | 'commit' | 'committed'
  readonly sql: RegExp
  /** An id among the parameters of the statement, or of its transaction so far. */
  readonly about: string
}

interface Plan extends Place {
  readonly isCut: boolean
  arrive(): void
}

/**
 * Stands between a process and Postgres and waits for its connections at places. There a connection falls silent for good, as if
 * its process stood still, or is cut.
 */
export class StoppingProxy {
  /** Where the process shall find Postgres. */
  readonly url: string
  readonly #server: Server
  readonly #open = new Set<Socket>()
  readonly #plans = new Set<Plan>()
  readonly #frozen = new Set<string>()

  private constructor(server: Server, target: URL) {
    this.#server = server
    const url = new URL(target)
    url.port = String((server.address() as AddressInfo).port)
    this.url = url.href
    server.on('connection', (client) => this.#pass(client, connect(Number(target.port), target.hostname)))
  }

  static async open(target: string): Promise<StoppingProxy> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new StoppingProxy(server, new URL(target))
  }

  /** Silences the next connection that comes to a place. Resolves once it is there. */
  stop(place: Place): Promise<void> {
    return this.#plan(place, false)
  }

  /** Ends the next connection that comes to a place, on both sides. Resolves once that has happened. */
  cut(place: Place): Promise<void> {
    return this.#plan(place, true)
  }

  /** Silences each connection that has one of these ids among its parameters from now on: nothing is tried again. */
  freeze(ids: readonly string[]): void {
    for (const id of ids) this.#frozen.add(id)
  }

  async close(): Promise<void> {
    this.#server.close()
    for (const socket of this.#open) socket.destroy()
    await once(this.#server, 'close')
  }

  #plan(place: Place, isCut: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#plans.add({ ...place, isCut, arrive: resolve })
    })
  }

  #pass(client: Socket, postgres: Socket): void {
    const conversation = new Conversation(this.#plans, this.#frozen)
    const end = () => {
      client.destroy()
      postgres.destroy()
    }
    const arrive = ({ isCut, arrive }: Plan) => {
      if (isCut) end()
      arrive()
    }
    postgres.setNoDelay(true)
    for (const socket of [client, postgres]) {
      this.#open.add(socket)
      socket.on('error', end).on('close', () => {
        this.#open.delete(socket)
        end()
      })
    }
    client.on('data', (chunk) => void postgres.write(conversation.ask(chunk, arrive)))
    postgres.on('data', (chunk) => void client.write(conversation.answer(chunk, arrive)))
  }
}

interface Statement {
  readonly sql: string
  readonly parameters: string
}

const IDLE = 'I'
const NOTHING = Buffer.alloc(0)

/** What was said on one connection. */
class Conversation {
  readonly #toServer = new Frames({ hasStartup: true })
  readonly #toClient = new Frames({ hasStartup: false })
  readonly #plans: Set<Plan>
  readonly #frozen: ReadonlySet<string>
  readonly #prepared = new Map<string, string>()
  /** Since the server was last idle. */
  #ran: Statement[] = []
  #committing: Plan | null = null
  #isSilent = false

  constructor(plans: Set<Plan>, frozen: ReadonlySet<string>) {
    this.#plans = plans
    this.#frozen = frozen
  }

  /** What of a chunk is passed on to the server. */
  ask(chunk: Buffer, arrive: (plan: Plan) => void): Buffer {
    const passed: Buffer[] = []
    for (const frame of this.#toServer.push(chunk)) {
      const plan = this.#isSilent ? null : this.#hear(frame)
      if (plan !== null) this.#silence(plan, arrive)
      if (!this.#isSilent) passed.push(encode(frame))
    }
    return Buffer.concat(passed)
  }

  /** What of a chunk is passed on to the client. */
  answer(chunk: Buffer, arrive: (plan: Plan) => void): Buffer {
    if (this.#isSilent) return NOTHING
    for (const { type, body } of this.#toClient.push(chunk)) {
      if (type === 'C' && readText(body, 0) === 'COMMIT' && this.#committing !== null) {
        this.#silence(this.#committing, arrive)
        return NOTHING
      }
      if (type === 'Z' && body.toString('latin1') === IDLE) this.#ran = []
    }
    return chunk
  }

  #hear({ type, body }: Frame): Plan | null {
    if (type === 'Q') return this.#run({ sql: readText(body, 0), parameters: '' })
    const name = type === 'P' || type === 'B' ? readText(body, 0) : ''
    const second = type === 'P' || type === 'B' ? readText(body, Buffer.byteLength(name) + 1) : ''
    if (type === 'P') this.#prepared.set(name, second)
    if (type !== 'B') return null
    return this.#run({ sql: this.#prepared.get(second) ?? '', parameters: body.toString('latin1') })
  }

  /** The plan to stop here, null where there is none. */
  #run(statement: Statement): Plan | null {
    if (statement.sql === 'COMMIT') {
      this.#committing = this.#find('committed', this.#ran)
      return this.#find('commit', this.#ran)
    }
    this.#ran.push(statement)
    if ([...this.#frozen].some((id) => statement.parameters.includes(id))) this.#isSilent = true
    return this.#find('statement', [statement])
  }

  #find(at: Place['at'], statements: readonly Statement[]): Plan | null {
    const isIt = (plan: Plan) =>
      plan.at === at &&
      statements.some(({ sql }) => plan.sql.test(sql)) &&
      this.#ran.some(({ parameters }) => parameters.includes(plan.about))
    return [...this.#plans].find(isIt) ?? null
  }

  #silence(plan: Plan, arrive: (plan: Plan) => void): void {
    this.#plans.delete(plan)
    this.#isSilent = true
    arrive(plan)
  }
}

function encode({ type, body }: Frame): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + length.length)
  return Buffer.concat([Buffer.from(type, 'latin1'), length, body])
}

/** The zero-terminated text at an offset. */
function readText(body: Buffer, offset: number): string {
  return body.toString('utf8', offset, body.indexOf(0, offset))
}
