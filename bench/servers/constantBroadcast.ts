import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { announce } from './announce.js'

// The least that ws does for a broadcast: one buffer, made beforehand, for everyone.
const message = Buffer.alloc(Number(process.env.MESSAGE_BYTES), 'x')
const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket) => {
  // It is introduced to, and subscribed at, like the others: each gets a message.
  socket.on('message', () => socket.send(message, { binary: false }))
})
process.on('message', () => {
  for (const socket of sockets.clients) socket.send(message, { binary: false })
})
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => announce((http.address() as AddressInfo).port))
