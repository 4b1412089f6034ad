import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import { CloseCode, type ConnectionInitMessage, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws'
import { WebSocket, WebSocketServer } from 'ws'
import type { Logger } from '../lib/logger.js'
import { Turns } from '../lib/turns.js'
import { KeepAlive } from './keepAlive.js'
import { sayGoodbye } from './sayGoodbye.js'

const PATH = '/graphql'
/** For sockets that do not answer our good-bye. */
const CLOSE_WITHIN_MS = 1_000
/** So long messages are taken in a turn of the event loop: that long everything else waits for them. */
const TURN_MS = 10

/** What is known of a socket from its beginning. */
export interface SocketBasis {
  readonly socket: WebSocket
  /** What is below it. */
  readonly connection: Socket
  /** Of the client. */
  readonly address: string
}

export interface ServeSocketsOptions<Extra> {
  readonly server: Server
  readonly graphql: ServerOptions<ConnectionInitMessage['payload'], Extra>
  readonly keepAliveMs: number
  readonly maxMessageBytes: number
  /** Who may not connect, by the status that is answered in the place of a socket: null for those who may. */
  readonly refuse: (request: IncomingMessage) => number | null
  /** Called for each that has connected. */
  readonly onConnected: (socket: WebSocket, address: string) => void
  readonly addressOf: (request: IncomingMessage) => string
  readonly log: Logger
}

/**
 * Serves the graphql-transport-ws protocol on a server, as `useServer` of graphql-ws does, with less memory for each socket: it
 * keeps neither the request nor the messages, and has no timer of its own.
 */
export function serveSockets<Extra extends SocketBasis>(options: ServeSocketsOptions<Extra>) {
  const { server, graphql, log } = options
  const protocol = makeServer(graphql)
  const keepAlive = new KeepAlive(options.keepAliveMs)
  const turns = new Turns(TURN_MS)
  const sockets = new WebSocketServer({
    server,
    path: PATH,
    maxPayload: options.maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols,
    verifyClient: ({ req }, answer) => {
      const status = options.refuse(req)
      answer(status === null, status ?? undefined)
    },
  })
  sockets.on('connection', (socket, request) => {
    keepAlive.add(socket)
    // Of clients that are gone, or do what the protocol has not: it is closed already.
    socket.on('error', (err) => log.debug({ err }, 'a WebSocket failed'))
    const address = options.addressOf(request)
    options.onConnected(socket, address)
    const basis: SocketBasis = { socket, connection: request.socket, address }
    const closed = protocol.opened(adapt(socket, turns, log), basis as Extra)
    socket.on('close', (code, reason) => void closed(code, String(reason)))
  })
  return {
    async dispose() {
      await sayGoodbye(sockets.clients)
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, CLOSE_WITHIN_MS)
      await closeAll(sockets)
      clearTimeout(impatience)
      keepAlive.close()
    },
  }
}

/** A socket as graphql-ws wants it. */
function adapt(socket: WebSocket, turns: Turns, log: Logger) {
  return {
    protocol: socket.protocol,
    send: (text: string) =>
      new Promise<void>((resolve) => {
        if (socket.readyState !== WebSocket.OPEN) resolve()
        // Where it cannot be sent, the socket closes.
        else socket.send(text, () => resolve())
      }),
    close: (code?: number, reason?: string) => socket.close(code, reason),
    onMessage(take: (text: string) => Promise<void>) {
      const takeInTurn = inTurn(socket, turns)
      socket.on('message', (data) => {
        takeInTurn(() => {
          // Not awaited: it takes as long as what the message asks for, and would keep the message all the while.
          take(String(data)).catch((error: unknown) => fail(socket, error, log))
        })
      })
    },
  }
}

/** Takes messages of a socket when it is their turn, in their order. While any wait, no more are read. */
function inTurn(socket: WebSocket, turns: Turns): (take: () => void) => void {
  let waiting = 0
  return (take) => {
    if (waiting === 0 && turns.beginAtOnce()) return take()
    waiting += 1
    socket.pause()
    void turns.begin(socket).then(() => {
      waiting -= 1
      if (waiting === 0) socket.resume()
      if (socket.readyState === WebSocket.OPEN) take()
    })
  }
}

function fail(socket: WebSocket, err: unknown, log: Logger): void {
  log.warn({ err }, 'a message of a WebSocket failed')
  socket.close(CloseCode.InternalServerError, 'Internal server error')
}

/** Lets nobody in any more, and tells those who have come during the good-bye. */
async function closeAll(sockets: WebSocketServer): Promise<void> {
  const closed = new Promise<void>((resolve) => sockets.close(() => resolve()))
  await sayGoodbye(sockets.clients)
  await closed
}
