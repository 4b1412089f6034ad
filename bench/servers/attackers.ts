import { listAttacks } from '../attackers/attacks.js'
import { announce } from './announce.js'

// Those who attack a server, in a process of their own, as its work should not delay who asks besides. Told anything, it says how
// often they have sent.
const { ATTACK, SHOW_ID, SERVER_PORT } = process.env
const attack = listAttacks().find(({ name }) => name === ATTACK)!
const target = { port: Number(SERVER_PORT), showId: SHOW_ID! }
let sent = 0
process.on('message', () => process.send!(sent))
await Promise.all(
  Array.from({ length: attack.attackers }, async () => {
    const send = await attack.open(target)
    void repeat(send)
  }),
)
announce(0)

async function repeat(send: (number: number) => Promise<unknown>): Promise<never> {
  for (;;) await send(sent++)
}
