import { fromGlobalId } from '../../src/lib/globalId.js'
import type { Client } from './client.js'
import type { SeededShow } from './seed.js'
import type { TestServer } from './server.js'

/** Lets the account of a client work at the theater of a show. */
export async function appointStaff({ seed }: TestServer, client: Client, show: SeededShow): Promise<void> {
  await seed.sql(
    `INSERT INTO theater_staff (account_id, theater_id)
     SELECT $1, theater_id FROM screen JOIN show ON screen.id = screen_id WHERE show.id = $2`,
    [await accountKeyOf(client), show.key],
  )
}

/** Makes the account of a client an admin. */
export async function appointAdmin({ seed }: TestServer, client: Client): Promise<void> {
  await seed.sql('INSERT INTO admin (account_id) VALUES ($1)', [await accountKeyOf(client)])
}

/** The account of a client as the database knows it. */
export async function accountKeyOf(client: Client): Promise<string> {
  const { viewer } = await client.query('{ viewer { id } }')
  return fromGlobalId(viewer.id)!.key
}
