import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Child } from '../bench/kit/child.js'
import type { Closers } from '../bench/kit/closers.js'
import { openLab } from '../bench/kit/lab.js'
import { type BenchShow, seatIdOf, seedShows, showIdOf } from '../bench/kit/shows.js'
import type { Command, Findings, Orders, Progress } from './generator/protocol.js'
import { Generator, sumProgress } from './generators.js'
import { writeDocuments } from './operations.js'
import type { Options } from './options.js'

export type Note = (line: string) => void

const NOTE_EVERY_MS = 2_000

/** Where a show is sold: the servers and their database, and the buyers. */
export class Stage {
  readonly show: BenchShow
  readonly pool: pg.Pool
  readonly servers: readonly Child[]
  readonly #generators: readonly Generator[]
  readonly #note: Note

  private constructor(parts: Pick<Stage, 'show' | 'pool' | 'servers'>, generators: readonly Generator[], note: Note) {
    this.show = parts.show
    this.pool = parts.pool
    this.servers = parts.servers
    this.#generators = generators
    this.#note = note
  }

  /** Starts a durable Postgres, a Redis, the servers and the buyers' processes, which `closers` will end. */
  static async set({ seats, servers: count, generators }: Options, closers: Closers, note: Note): Promise<Stage> {
    const lab = await openLab(closers, null)
    const url = await lab.createDatabase()
    const [show] = await seedShows(url, { shows: 1, seats })
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    closers.add(() => pool.end())
    const servers = await Promise.all(Array.from({ length: count }, () => lab.startServer('marquee', url)))
    const crowd = Array.from({ length: generators }, () => Generator.start(closers))
    return new Stage({ show: show!, pool, servers }, crowd, note)
  }

  get progress(): Progress {
    return sumProgress(this.#generators)
  }

  /** Signs all buyers in, each a guest of its own. */
  async signIn(options: Options): Promise<void> {
    const orders = await this.#writeOrders(options)
    const stop = this.#noteEach(({ signedIn }) => `${signedIn} of ${options.buyers} buyers are signed in`)
    await this.tell((index) => ({ kind: 'signIn', orders: orders[index]! })).finally(stop)
  }

  /** Lets all buyers watch the show. */
  async watch({ buyers }: Options): Promise<void> {
    const stop = this.#noteEach(({ watching }) => `${watching} of ${buyers} buyers are watching`)
    await this.tell(() => ({ kind: 'watch' })).finally(stop)
  }

  /** Has each generator carry out a command. */
  tell(toCommand: (index: number) => Command): Promise<(Findings | null)[]> {
    return Promise.all(this.#generators.map((generator, index) => generator.do(toCommand(index))))
  }

  /** The buyers and the connections, dealt out to the generators. */
  async #writeOrders({ buyers, connections, seed }: Options): Promise<Orders[]> {
    const common = {
      ports: this.servers.map(({ port }) => port),
      showId: showIdOf(this.show),
      seatIds: this.show.seatKeys.map((key) => seatIdOf(this.show, key)),
      seed,
      documents: writeDocuments(await readFile(new URL('../schema.graphql', import.meta.url), 'utf8')),
    }
    const share = (all: number, index: number) => Math.floor((all * index) / this.#generators.length)
    return this.#generators.map((_, index) => ({
      ...common,
      firstBuyer: share(buyers, index),
      buyers: share(buyers, index + 1) - share(buyers, index),
      connections: share(connections, index + 1) - share(connections, index),
    }))
  }

  #noteEach(toLine: (progress: Progress) => string): () => void {
    const timer = setInterval(() => this.#note(toLine(this.progress)), NOTE_EVERY_MS)
    return () => clearInterval(timer)
  }
}
