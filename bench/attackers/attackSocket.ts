import { once } from 'node:events'
import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import { toClientFrame } from '../kit/frameReader.js'

const [CONTINUATION, TEXT] = [0x0, 0x1]
const FIN = 0x80
const connections = new WeakMap<WebSocket, Socket>()

/** Connects a WebSocket, and introduces itself. */
export async function openWebSocket(port: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws')
  // The server closes some of those that do what they should not.
  socket.on('error', () => {})
  socket.once('upgrade', (response) => connections.set(socket, response.socket))
  await once(socket, 'open')
  socket.send('{"type":"connection_init"}')
  await once(socket, 'message')
  return socket
}

/** The message that asks for an operation. */
export function toSubscribe(id: number, payload: object): string {
  return JSON.stringify({ id: String(id), type: 'subscribe', payload })
}

/** What is below a WebSocket, for what it would not send. */
export function connectionOf(socket: WebSocket): Socket {
  return connections.get(socket)!
}

/** A message as frames of a byte each. */
export function toFragments(text: string): Buffer {
  const frames = Array.from(Buffer.from(text), (byte, n) =>
    toClientFrame(n === 0 ? TEXT : CONTINUATION, Buffer.of(byte)),
  )
  for (const frame of frames.slice(0, -1)) frame[0]! &= ~FIN
  return Buffer.concat(frames)
}
