import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { type HttpAnswer, readHttpAnswer } from './httpAnswer.js'

export interface Load {
  readonly port: number
  readonly connections: number
  /** The requests, each as the bytes to send: what a request costs the generator is paid before the measurement. */
  readonly requests: readonly Buffer[]
  /** Whether an answer is what was asked for. What is not is counted apart from the throughput. */
  readonly accepts: (answer: HttpAnswer) => boolean
}

export interface LoadResult {
  /** Accepted answers a second. */
  readonly perSecond: number
  readonly p99Ms: number
  readonly failed: number
  /** The share of the time in which the generator was at work: near 1 it would be the generator that is measured. */
  readonly busy: number
}

/** Sends all requests, one at a time on each connection, as fast as the answers come. */
export async function runLoad({ port, connections, requests, accepts }: Load): Promise<LoadResult> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => openSocket(port)))
  const latencies: number[] = []
  let sent = 0
  let failed = 0
  const idle = performance.eventLoopUtilization()
  const started = performance.now()
  await Promise.all(
    sockets.map(async (socket) => {
      while (sent < requests.length) {
        const sentAt = performance.now()
        const answer = await exchange(socket, requests[sent++]!)
        latencies.push(performance.now() - sentAt)
        if (!accepts(answer)) failed++
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const busy = performance.eventLoopUtilization(idle).utilization
  for (const socket of sockets) socket.destroy()
  latencies.sort((a, b) => a - b)
  const p99Ms = latencies[Math.floor(latencies.length * 0.99)]!
  return { perSecond: (requests.length - failed) / seconds, p99Ms, failed, busy }
}

export async function openSocket(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  // What is wrong with it is told to who waits for an answer, when it closes.
  socket.on('error', () => {})
  return socket
}

/** Sends one request and gives its answer. One at a time on a socket. */
export function exchange(socket: Socket, request: Buffer): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let received: Buffer | null = null
    const onData = (chunk: Buffer) => {
      received = received === null ? chunk : Buffer.concat([received, chunk])
      const answer = readHttpAnswer(received)
      if (answer === null) return
      socket.off('data', onData).off('close', onClose)
      resolve(answer)
    }
    const onClose = () => reject(new Error('the server closed a connection on which it owed an answer'))
    socket.on('data', onData).on('close', onClose)
    socket.write(request)
  })
}

/** Sends one request on a connection of its own, and gives the body of its answer, which has to be data. */
export async function askOnce(port: number, request: Buffer): Promise<string> {
  const socket = await openSocket(port)
  const { status, body } = await exchange(socket, request)
  socket.destroy()
  if (status !== 200 || !body.includes('"data"'))
    throw new Error(`the server answered ${status}: ${body.slice(0, 200)}`)
  return body
}

/** A POST of JSON as bytes. */
export function postJson(path: string, body: unknown, token?: string): Buffer {
  const json = Buffer.from(JSON.stringify(body))
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
    `content-length: ${json.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), json])
}
