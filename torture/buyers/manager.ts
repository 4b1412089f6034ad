import { setTimeout as delay } from 'node:timers/promises'
import type { Random } from '../kit/random.js'
import type { Client } from './client.js'
import type { Market } from './market.js'

const PAUSE_MS = { least: 3_000, most: 8_000 }
/** Some servers stand still for seconds: what is answered by one that has looked before a show was over is true no more. */
const LEFT_MS = 60_000

/** Who works at the theater, and cancels shows with all that is bought of them. */
export interface Manager {
  readonly client: Client
  readonly random: Random
  readonly market: Market
}

/** Cancels shows until the market closes. */
export async function manage({ client, random, market }: Manager): Promise<void> {
  await client.signIn()
  if (client.accountId !== null) await market.appoint(client.accountId)
  while (!market.isClosing) {
    await delay(random.between(PAUSE_MS.least, PAUSE_MS.most))
    const long = market.onSale.filter(({ endsAt }) => endsAt.getTime() > Date.now() + LEFT_MS)
    if (long.length > 0) await client.ask({ operation: 'cancelShow', input: { showId: random.pick(long).id } })
  }
}
