import { setTimeout as delay } from 'node:timers/promises'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Random } from '../kit/random.js'
import type { MarketShow } from '../world/shows.js'
import type { Market } from './market.js'
import { WATCH } from './operations.js'

interface SeatState {
  readonly seatId: string
  readonly status: string
  readonly version: number
}

const BACK_AFTER_MS = 200

/** Watches the seats of a show as the schema says that one does, comes back after each break, and knows what it was told. */
export class Watcher {
  readonly name: string
  readonly show: MarketShow
  /** The newest that it was told of each seat. */
  readonly seats = new Map<string, SeatState>()
  breaks = 0
  readonly #market: Market
  readonly #random: Random
  #cursor: string | null = null
  #leave: () => void = () => {}
  #isLeaving = false

  constructor(name: string, show: MarketShow, { market, random }: { market: Market; random: Random }) {
    this.name = name
    this.show = show
    this.#market = market
    this.#random = random
  }

  /** Watches until it is told to leave. */
  async watch(): Promise<void> {
    while (!this.#isLeaving) {
      const url = this.#market.pickServer(this.#random)?.url
      if (url) await this.#watchAt(url).catch(() => {})
      this.breaks++
      if (!this.#isLeaving) await delay(BACK_AFTER_MS)
    }
  }

  leave(): void {
    this.#isLeaving = true
    this.#leave()
  }

  async #watchAt(url: string): Promise<void> {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionAckWaitTimeout: 5_000,
      keepAlive: 2_000,
    })
    this.#leave = () => void client.terminate()
    try {
      const variables = { showId: this.show.id, ...(this.#cursor && { after: this.#cursor }) }
      for await (const { data, errors } of client.iterate({ query: WATCH, variables })) {
        if (errors !== undefined) return
        this.#take(data!.seatMapChanged as { kind: string; cursor: string; seats: SeatState[] })
      }
    } finally {
      client.terminate()
    }
  }

  #take({ kind, cursor, seats }: { kind: string; cursor: string; seats: readonly SeatState[] }): void {
    if (kind === 'SNAPSHOT') this.seats.clear()
    for (const seat of seats) {
      const known = this.seats.get(seat.seatId)
      if (known === undefined || known.version < seat.version) this.seats.set(seat.seatId, seat)
    }
    this.#cursor = cursor
  }
}
