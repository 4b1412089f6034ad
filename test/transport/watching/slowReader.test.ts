import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromSeatId, type SeatState } from '../../../src/modules/seatmaps/index.js'
import { RawSocket } from '../../kit/rawSocket.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { WATCH, WatchedMap } from '../../kit/watchedMap.js'

const SEATS = 2_000
/** With 145 kB each, more than what the two ends of a connection keep on their own. */
const CHANGES = 80
/** Long enough for a client that reads on a machine with much other work. */
const PATIENCE_SECONDS = 3

let patient: TestServer
let impatient: TestServer

beforeAll(async () => {
  patient = await startServer({ config: { seatMapWindowMs: 1, slowReaderSeconds: 60 } })
  impatient = await startServer({
    beside: patient,
    config: { seatMapWindowMs: 1, slowReaderSeconds: PATIENCE_SECONDS },
  })
})
afterAll(async () => {
  await impatient.close()
  await patient.close()
})

/** A show whose seats change all at once, as far as watchers are told: how that is written is not the matter here. */
class RestlessShow {
  readonly #server: TestServer
  readonly #show: SeededShow
  version = 0

  constructor(server: TestServer, show: SeededShow) {
    this.#server = server
    this.#show = show
  }

  /** What a map has to say of each seat. */
  get truth() {
    return this.#show.seatIds.map((id) => ({ id, status: 'HELD', version: this.version }))
  }

  change(): void {
    this.version += 1
    const states = this.#show.seatIds.map((id) => {
      const { showId, seatId } = fromSeatId(id)!
      return { showId, seatId, status: 'HELD', version: this.version } satisfies SeatState
    })
    this.#server.services.seatMaps.publish(states)
  }

  /** Changes again and again, each time after somebody who reads was told. Gives how often that one was told. */
  async changeOften(): Promise<number> {
    const reader = await RawSocket.open(this.#server.url)
    let [told, arrive] = [0, () => {}]
    reader.socket.on('message', () => {
      told += 1
      arrive()
    })
    reader.subscribe('1', WATCH, { id: this.#show.id })
    await reader.wait(({ type }) => type === 'next')
    for (let change = 0; change < CHANGES; change++) {
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve
      })
      this.change()
      await arrived
    }
    reader.close()
    return told - 1
  }
}

describe('a client that stops reading', () => {
  it('is told what it has missed as one event when it reads on, and costs little until then', async () => {
    const show = await patient.seed.show({ seats: SEATS })
    const restless = new RestlessShow(patient, show)
    const slow = await RawSocket.open(patient.url)
    const map = new WatchedMap()
    let events = 0
    slow.socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data))
      if (type !== 'next') return
      events += 1
      map.apply(payload.data.seatMapChanged)
    })
    slow.subscribe('1', WATCH, { id: show.id })
    await slow.wait(({ type }) => type === 'next')
    slow.socket.pause()
    expect(await restless.changeOften()).toBe(CHANGES)
    slow.socket.resume()
    await expect.poll(() => map.list(show), { timeout: 20_000 }).toEqual(restless.truth)
    // What is on its way in a connection are some megabytes, not all that was told.
    expect(events).toBeLessThan(CHANGES * 0.9)
    const before = events
    restless.change()
    await expect.poll(() => map.list(show), { timeout: 20_000 }).toEqual(restless.truth)
    expect(events).toBe(before + 1)
    slow.close()
  }, 120_000)

  it('is closed with 1013 when it takes too long, and others are told all the while', async () => {
    const show = await impatient.seed.show({ seats: SEATS })
    const slow = await RawSocket.open(impatient.url)
    slow.subscribe('1', WATCH, { id: show.id })
    await slow.wait(({ type }) => type === 'next')
    slow.socket.pause()
    const restless = new RestlessShow(impatient, show)
    const since = performance.now()
    do expect(await restless.changeOften()).toBe(CHANGES)
    while (performance.now() - since < (PATIENCE_SECONDS + 1) * 1000)
    slow.socket.resume()
    expect((await slow.closed).code).toBe(1013)
  }, 120_000)
})

describe('a client that never reads and answers pings nonetheless', () => {
  it('is closed', async () => {
    const show = await impatient.seed.show({ seats: SEATS })
    const connection = await openDeaf(impatient.url)
    const closed = new Promise((resolve) => connection.on('close', resolve))
    // Its end is noticed as its pongs are refused.
    connection.on('error', () => {})
    write(connection, { type: 'connection_init' })
    write(connection, { id: '1', type: 'subscribe', payload: { query: WATCH, variables: { id: show.id } } })
    const pongs = setInterval(() => connection.write(toFrame(0x8a, Buffer.alloc(0))), 50)
    await new RestlessShow(impatient, show).changeOften()
    await closed
    clearInterval(pongs)
  }, 120_000)
})

/** A WebSocket of which nothing but the handshake is read. */
async function openDeaf(url: string): Promise<Socket> {
  const { port, host } = new URL(url)
  const connection = connectTcp(Number(port), '127.0.0.1')
  connection.write(
    [
      `GET /graphql HTTP/1.1`,
      `host: ${host}`,
      'connection: Upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
      'sec-websocket-protocol: graphql-transport-ws',
      '',
      '',
    ].join('\r\n'),
  )
  await once(connection, 'data')
  connection.pause()
  return connection
}

function write(connection: Socket, message: unknown): void {
  connection.write(toFrame(0x81, Buffer.from(JSON.stringify(message))))
}

/** A frame of a client, masked with zeros. */
function toFrame(opcode: number, payload: Buffer): Buffer {
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 0xff]
  return Buffer.concat([Buffer.from([opcode, ...length, 0, 0, 0, 0]), payload])
}
