import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** What belongs to an offer alone. */
const OF_OFFERS = new Set(['upgrade', 'http2-settings'])

/**
 * Hears of those who want a WebSocket. An offer of any other protocol, as curl and Java make them of HTTP/2, is one that a server may leave
 * aside: https://www.rfc-editor.org/rfc/rfc9110#section-7.8. Node would hand over those requests too: they are given back, without it.
 */
export function onWebSocketUpgrade(server: Server, listener: UpgradeListener): void {
  server.on('upgrade', (request, socket, head) => {
    if (request.headers.upgrade?.toLowerCase() === 'websocket') return listener(request, socket, head)
    socket.unshift(Buffer.concat([Buffer.from(withoutOffer(request), 'latin1'), head]))
    afterAnswers(socket, () => server.emit('connection', socket))
  })
}

/** A socket, as Node's HTTP has it. */
interface HttpSocket extends Duplex {
  /** The response that is written to it now. */
  readonly _httpMessage?: ServerResponse | null
}

/** Once all that was asked for on a connection has been answered: what answers it would take no notice of a new beginning. */
function afterAnswers(socket: HttpSocket, begin: () => void): void {
  if (socket.destroyed) return
  if (socket._httpMessage) socket._httpMessage.once('close', () => afterAnswers(socket, begin))
  else begin()
}

/** The head of a request, as it came but for what it offers. */
function withoutOffer({ method, url, httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name, value] = [rawHeaders[at]!, rawHeaders[at + 1]!]
    const kept = name.toLowerCase() === 'connection' ? withoutOffers(value) : value
    if (kept !== '' && !OF_OFFERS.has(name.toLowerCase())) lines.push(`${name}: ${kept}`)
  }
  return `${lines.join('\r\n')}\r\n\r\n`
}

function withoutOffers(connection: string): string {
  const options = connection.split(',').map((option) => option.trim())
  return options.filter((option) => !OF_OFFERS.has(option.toLowerCase())).join(', ')
}
