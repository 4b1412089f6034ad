import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Message, RawSocket } from '../../kit/rawSocket.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind } }'

const READ = `query ($id: ID!) { seatMap(showId: $id) { rows { seats {
  id label row number type isAccessible x y status version price { amount currency } } } } }`

/** Answers of 300 kB: of forty of them, the kernel keeps a few. */
const ASKED = 40
/** More than are kept of who does not read. */
const MANY = 200
const PATIENCE_SECONDS = 1
const isEnd = ({ type }: Message) => type === 'complete'

let server: TestServer
let impatient: TestServer
let patient: TestServer
let show: SeededShow

beforeAll(async () => {
  server = await startServer({ config: { keepAliveSeconds: 1 } })
  impatient = await startServer({ beside: server, config: { slowReaderSeconds: PATIENCE_SECONDS } })
  patient = await startServer({ beside: server })
  show = await server.seed.show({ seats: 2_000 })
})
afterAll(async () => {
  await patient.close()
  await impatient.close()
  await server.close()
})

describe('a socket', () => {
  it('whose client has gone without a word is closed, and one that answers stays', async () => {
    const [gone, there] = [await RawSocket.open(server.url, { autoPong: false }), await RawSocket.open(server.url)]
    gone.subscribe('1', WATCH, { id: show.id })
    there.subscribe('1', WATCH, { id: show.id })
    expect(await gone.closed).toMatchObject({ code: 1006 })
    there.subscribe('2', '{ __typename }')
    await there.wait(({ id, type }) => id === '2' && type === 'complete')
    there.close()
  })

  it('on which nobody introduces himself is closed with 4408', async () => {
    const silent = await RawSocket.open(server.url, { init: false })
    expect(await silent.closed).toMatchObject({ code: 4408 })
  })

  it('on which somebody asks on and on is answered as far as it reads, and closed when it reads nothing for too long', async () => {
    const [deaf, hearing] = [await RawSocket.open(impatient.url), await RawSocket.open(impatient.url)]
    deaf.socket.pause()
    for (let round = 0; round < ASKED; round++) deaf.subscribe(`${round}`, READ, { id: show.id })
    // By then it was the turn of the other one as often.
    let since = performance.now()
    for (let round = 0; performance.now() - since < (PATIENCE_SECONDS + 1) * 1_000; round++) {
      if (round <= ASKED) since = performance.now()
      hearing.subscribe(`${round}`, READ, { id: show.id })
      await hearing.wait(({ id, type }) => id === `${round}` && type === 'complete')
      hearing.texts.length = 0
    }
    deaf.socket.resume()
    // By 1013, or by force where it has left that unread as well.
    expect([1013, 1006]).toContain((await deaf.closed).code)
    expect(deaf.messages.filter(isEnd).length).toBeLessThan(ASKED)
    hearing.close()
  }, 120_000)

  it('on which somebody asks for more and more and reads nothing is closed before that', async () => {
    const [deaf, hearing] = [await RawSocket.open(patient.url), await RawSocket.open(patient.url)]
    deaf.socket.pause()
    for (let round = 0; round < ASKED; round++) deaf.subscribe(`${round}`, READ, { id: show.id })
    for (let round = 0; round < ASKED; round++) {
      hearing.subscribe(`${round}`, READ, { id: show.id })
      await hearing.wait(({ id, type }) => id === `${round}` && type === 'complete')
      hearing.texts.length = 0
    }
    for (let more = 0; more < MANY; more++) deaf.subscribe(`more ${more}`, '{ __typename }')
    // One of each socket is taken in a turn.
    for (let turn = 0; turn <= MANY; turn++) {
      hearing.subscribe(`turn ${turn}`, '{ __typename }')
      await hearing.wait(({ id, type }) => id === `turn ${turn}` && type === 'complete')
    }
    deaf.socket.resume()
    expect([1013, 1006]).toContain((await deaf.closed).code)
    hearing.close()
  }, 120_000)

  it('on which somebody reads late is answered all that was asked for', async () => {
    const late = await RawSocket.open(server.url)
    late.socket.pause()
    for (let round = 0; round < ASKED; round++) late.subscribe(`${round}`, READ, { id: show.id })
    late.subscribe('last', '{ __typename }')
    late.socket.resume()
    await expect.poll(() => late.messages.filter(isEnd).length, { timeout: 60_000 }).toBe(ASKED + 1)
    late.close()
  }, 120_000)
})
