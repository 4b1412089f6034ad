import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import { CloseCode, type ConnectionInitMessage, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws'
import { WebSocket, WebSocketServer } from 'ws'
import type { Logger } from '../lib/logger.js'
import type { Turns } from '../lib/turns.js'
import { KeepAlive } from './keepAlive.js'
import { mendSubscribe } from './mendSubscribe.js'
import { OperationQueue } from './operationQueue.js'
import { readAtPace } from './pace.js'
import { sayGoodbye } from './sayGoodbye.js'
import { onWebSocketUpgrade } from './upgrades.js'
import { Backlog, isOver } from './watching/backlog.js'
import type { Line } from './watching/follower.js'

const PATH = '/graphql'
/** For sockets that do not answer our good-bye, or cannot, as they are not read any more. */
const CLOSE_WITHIN_MS = 1_000

/** What is known of a socket from its beginning. */
export interface SocketBasis extends Line {
  readonly queue: OperationQueue
  /** Of the client. */
  readonly address: string
  /** The payloads of messages that were mended, by their ids, until they are taken. */
  given?: Map<string, unknown>
}

/** What is answered to who gets no socket. */
export interface RefusedUpgrade {
  readonly status: number
  readonly headers?: Record<string, string>
}

export interface ServeSocketsOptions<Extra> {
  readonly server: Server
  readonly graphql: ServerOptions<ConnectionInitMessage['payload'], Extra>
  /** In which messages are taken. */
  readonly turns: Turns
  readonly keepAliveMs: number
  /** How long a client may take to read what waits for it. */
  readonly slowReaderMs: number
  readonly maxMessageBytes: number
  readonly maxMessageFragments: number
  /** Who may not connect, by what is answered in the place of a socket: null for those who may. */
  readonly refuse: (request: IncomingMessage) => RefusedUpgrade | null
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
  const sockets = new WebSocketServer({
    noServer: true,
    path: PATH,
    maxPayload: options.maxMessageBytes,
    maxFragments: options.maxMessageFragments,
    // Of all that comes at once, a message or a ping of each socket in a turn of the event loop.
    allowSynchronousEvents: false,
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols,
    verifyClient: ({ req }, answer) => {
      const refused = options.refuse(req)
      answer(refused === null, refused?.status, undefined, refused?.headers)
    },
  })
  onWebSocketUpgrade(server, (request, connection, head) => {
    sockets.handleUpgrade(request, connection, head, (socket) => sockets.emit('connection', socket, request))
  })
  sockets.on('connection', (socket, request) => {
    keepAlive.add(socket)
    const address = options.addressOf(request)
    options.onConnected(socket, address)
    const connection = request.socket
    socket.on('error', (err) => {
      log.debug({ err }, 'a WebSocket failed')
      readNoMore(socket, connection)
    })
    const backlog = new Backlog(socket, connection, options.slowReaderMs)
    const basis: SocketBasis = { socket, connection, backlog, queue: new OperationQueue(), address }
    const closed = protocol.opened(adapt(basis, options.turns, log), basis as Extra)
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
function adapt(basis: SocketBasis, turns: Turns, log: Logger) {
  const { socket, connection } = basis
  /** What graphql-ws is about to read. */
  let message: string | null = null
  let take: (text: string) => Promise<void>
  const handOn = (text: string) => {
    message = text
    // Not awaited: it takes as long as what the message asks for, and would keep the message all the while.
    take(text).catch((error: unknown) => fail(socket, error, log))
    message = null
  }
  return {
    protocol: socket.protocol,
    send(text: string): Promise<void> | void {
      if (socket.readyState !== WebSocket.OPEN) return
      // Where it cannot be sent, the socket closes.
      if (isOver(connection)) return new Promise((resolve) => socket.send(text, () => resolve()))
      // What graphql-ws waits for comes late: by then its client may have given the id to something else.
      socket.send(text)
    },
    close(code?: number, reason?: string) {
      const mended = code === CloseCode.BadRequest && message !== null ? mendSubscribe(message) : null
      if (mended === null) return socket.close(code, reason)
      basis.given ??= new Map()
      basis.given.set(mended.id, mended.payload)
      handOn(mended.text)
    },
    onMessage(listener: (text: string) => Promise<void>) {
      take = listener
      readAtPace(basis, turns, (data) => handOn(String(data)))
    },
  }
}

/**
 * Leaves the rest of what a client sends unread that is gone, or does what the protocol has not: ws has told it so and said good-bye, but
 * would read on to throw it away.
 */
function readNoMore(socket: WebSocket, connection: Socket): void {
  // After ws, which lets it flow in the next tick.
  process.nextTick(() => connection.pause())
  setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS).unref()
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
