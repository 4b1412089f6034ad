import { setTimeout as delay } from 'node:timers/promises'
import { listAttacks } from './attackers/attacks.js'
import type { Bench } from './kit/bench.js'
import type { Lab } from './kit/lab.js'
import { exchange, openSocket, postJson } from './kit/load.js'
import { pinApart } from './kit/pin.js'
import { seedShows, showIdOf } from './kit/shows.js'

const ATTACK_MS = 3_000
/** As many as the largest cinemas have. */
const SEATS = 2_500
/** Between two questions of the client that is to be left in peace. */
const PAUSE_MS = 5

export const attacks: Bench = {
  name: 'attacks',
  title: 'how many ms the trivial query of somebody takes in 99 of 100 cases, beside clients who attack, at worst',
  goal: 100,
  bound: 'at most',
  async run(lab, note) {
    const url = await lab.createDatabase()
    const [show] = await seedShows(url, { shows: 1, seats: SEATS })
    const { port, pid } = await lab.startServer('marquee', url, { PUBLIC_CACHE_MS: '0' })
    const unpin = await pinApart([pid])
    const worst: number[] = []
    try {
      for (const { name, attackers } of listAttacks()) {
        const took = await attackAndAsk(lab, { ATTACK: name, SERVER_PORT: String(port), SHOW_ID: showIdOf(show!) })
        worst.push(took.p99Ms)
        const times = `p99 ${took.p99Ms.toFixed(0)} ms, at most ${took.mostMs.toFixed(0)} ms`
        note(`${name}: ${times}, ${took.sent} sent by ${attackers}`)
      }
    } finally {
      await unpin()
    }
    return Math.max(...worst)
  },
}

async function attackAndAsk(lab: Lab, attack: Readonly<Record<'ATTACK' | 'SERVER_PORT' | 'SHOW_ID', string>>) {
  const attackers = await lab.startServer('attackers', undefined, attack)
  const latencies = await askUntil(Number(attack.SERVER_PORT), performance.now() + ATTACK_MS)
  const sent = await attackers.ask('how often')
  await attackers.stop()
  return { p99Ms: latencies[Math.floor(latencies.length * 0.99)]!, mostMs: latencies.at(-1)!, sent }
}

/** Asks again and again: how long each answer took in ms, the shortest first. */
async function askUntil(port: number, until: number): Promise<number[]> {
  const socket = await openSocket(port)
  const question = postJson('/graphql', { query: '{ __typename }' })
  const latencies: number[] = []
  while (performance.now() < until) {
    const askedAt = performance.now()
    const { status } = await exchange(socket, question)
    if (status !== 200) throw new Error(`the trivial query was answered with ${status}`)
    latencies.push(performance.now() - askedAt)
    await delay(PAUSE_MS)
  }
  socket.destroy()
  return latencies.sort((a, b) => a - b)
}
