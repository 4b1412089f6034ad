import { setTimeout as delay } from 'node:timers/promises'
import { type Attack, listAttacks } from './kit/attacks.js'
import type { Bench } from './kit/bench.js'
import { exchange, openSocket, postJson } from './kit/load.js'
import { pinApart } from './kit/pin.js'

const ATTACKERS = 4
const ATTACK_MS = 3_000
/** Between two questions of the client that is to be left in peace. */
const PAUSE_MS = 5

export const attacks: Bench = {
  name: 'attacks',
  title: `how many ms the trivial query of somebody takes in 99 of 100 cases, beside ${ATTACKERS} clients who attack, at worst`,
  goal: 100,
  bound: 'at most',
  async run(lab, note) {
    const { port, pid } = await lab.startServer('marquee', await lab.createDatabase(), { PUBLIC_CACHE_MS: '0' })
    const unpin = await pinApart([pid])
    const worst: number[] = []
    try {
      for (const attack of listAttacks()) {
        const took = await attackAndAsk(port, attack)
        worst.push(took.p99Ms)
        note(`${attack.name}: p99 ${took.p99Ms.toFixed(0)} ms, at most ${took.mostMs.toFixed(0)} ms, ${took.sent} sent`)
      }
    } finally {
      await unpin()
    }
    return Math.max(...worst)
  },
}

async function attackAndAsk(port: number, attack: Attack) {
  const until = performance.now() + ATTACK_MS
  const attackers = Array.from({ length: ATTACKERS }, async (_, index) => {
    let sent = 0
    const send = await attack.open(port)
    while (performance.now() < until) {
      await send(index * 1_000_000 + sent)
      sent += 1
    }
    return sent
  })
  const latencies = await askUntil(port, until)
  const sent = (await Promise.all(attackers)).reduce((sum, count) => sum + count, 0)
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
