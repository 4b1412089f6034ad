import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawSocket } from '../../kit/rawSocket.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind } }'

const READ = `query ($id: ID!) { seatMap(showId: $id) { rows { seats {
  id label row number type isAccessible x y status version price { amount currency } } } } }`

let server: TestServer
let patient: TestServer
let show: SeededShow

beforeAll(async () => {
  server = await startServer({ config: { keepAliveSeconds: 1 } })
  patient = await startServer({ beside: server })
  show = await server.seed.show({ seats: 2_000 })
})
afterAll(async () => {
  await patient.close()
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

  it('on which somebody asks on and on and reads no answer is closed', async () => {
    const [deaf, hearing] = [await RawSocket.open(patient.url), await RawSocket.open(patient.url)]
    deaf.socket.pause()
    // The kernel keeps some megabytes of answers of 300 kB.
    for (let round = 0; round < 40; round++) {
      for (const socket of [deaf, hearing]) socket.subscribe(`${round}`, READ, { id: show.id })
      // By now the one before has been answered as well.
      await hearing.wait(({ id, type }) => id === `${round}` && type === 'complete')
      hearing.texts.length = 0
    }
    deaf.socket.resume()
    // By 1013, or by force where it has left that unread as well.
    expect([1013, 1006]).toContain((await deaf.closed).code)
    hearing.close()
  }, 120_000)
})
