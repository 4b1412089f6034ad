import { setTimeout as sleep } from 'node:timers/promises'
import type { WebSocket } from 'ws'

const GOING_AWAY = 1001
/** Over so long all are told, few of them sooner: whoever is told comes back elsewhere within a moment. */
const SPREAD_MS = 2_000
const TURN_MS = 20
const MIN_AT_A_TURN = 20

/** Tells clients to go away, which makes them connect again, not all at once. Nothing that they watch is told to be complete. */
export async function sayGoodbye(sockets: ReadonlySet<WebSocket>): Promise<void> {
  const waiting = [...sockets]
  const atATurn = Math.max(MIN_AT_A_TURN, Math.ceil((waiting.length * TURN_MS) / SPREAD_MS))
  while (waiting.length > 0) {
    for (const socket of waiting.splice(-atATurn)) socket.close(GOING_AWAY, 'Going away')
    if (waiting.length > 0) await sleep(TURN_MS)
  }
}
