import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statement } from '../../../src/lib/db/index.js'
import { holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const SHOW_LEVEL = `SELECT current_setting('transaction_isolation') AS level`

describe('the level that the server says it runs at', () => {
  it('is serializable for the statement that holds', async () => {
    const [row] = await server.services.db.runSerializable<{ level: string }>(statement('test.level', SHOW_LEVEL), [])
    expect(row).toEqual({ level: 'serializable' })
  })

  it('is serializable for the transaction that confirms', async () => {
    const rows = await server.services.db.transact((tx) => tx.$queryRawUnsafe(SHOW_LEVEL))
    expect(rows).toEqual([{ level: 'serializable' }])
  })

  it('is serializable while holdSeats writes a booking, told by a trigger', async () => {
    await server.seed.sql(`CREATE TABLE seen (level TEXT)`)
    await server.seed.sql(
      `CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN INSERT INTO seen VALUES (current_setting('transaction_isolation')); RETURN NEW; END $$`,
    )
    await server.seed.sql('CREATE TRIGGER see BEFORE INSERT ON booking FOR EACH ROW EXECUTE FUNCTION see()')
    const show = await server.seed.show()
    await holdSeats(await server.signInAsGuest(), show)
    expect(await server.seed.sql('SELECT * FROM seen')).toEqual([{ level: 'serializable' }])
    await server.seed.sql('DROP TRIGGER see ON booking')
  })
})

describe('the database alone', () => {
  it('refuses a second owner of a sold seat, whatever the code does', async () => {
    const show = await server.seed.show({ seats: 1 })
    const buyer = await server.signInAsGuest()
    await holdSeats(buyer, show)
    const sell = `INSERT INTO booked_seat (show_id, seat_id, booking_id) SELECT show_id, seat_ids[1], id FROM booking WHERE show_id = $1`
    await server.seed.sql(sell, [show.key])
    await expect(server.seed.sql(sell, [show.key])).rejects.toThrow('booked_seat_pkey')
  })

  it('has no index on what a hold changes', async () => {
    const indexes = await server.seed.sql(`SELECT indexdef FROM pg_indexes WHERE tablename = 'show_seat'`)
    expect(indexes).toHaveLength(1)
    expect(indexes[0].indexdef).toContain('(show_id, seat_id)')
  })
})
