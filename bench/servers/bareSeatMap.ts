import pg from 'pg'
import { serveBare } from './bareServer.js'

interface Row {
  readonly label: string
  readonly seats: object[]
}

// Reads the map once: what it answers is ready, but for JSON.stringify.
const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
const { rows: seats } = await client.query(
  `SELECT rtrim(translate(encode(convert_to('ShowSeat:' || show_id || '.' || seat_id, 'UTF8'), 'base64'), '+/', '-_'), '=') AS id,
     row || number AS label, row, type, is_accessible, status, version
   FROM show_seat JOIN seat ON seat.id = seat_id WHERE show_id = 1 ORDER BY y, x`,
)
await client.end()

const rows: Row[] = []
for (const { id, label, row, type, is_accessible: isAccessible, status, version } of seats) {
  if (rows.at(-1)?.label !== row) rows.push({ label: row, seats: [] })
  rows.at(-1)!.seats.push({ id, label, type, isAccessible, status, version })
}

serveBare(() => ({ data: { seatMap: { rows } } }))
