import type { WebSocket } from 'ws'
import { Turns } from '../lib/turns.js'
import { isOver } from './watching/backlog.js'
import type { Line } from './watching/follower.js'

/** So long messages are taken in a turn of the event loop: that long everything else waits for them. */
const TURN_MS = 10
/** What takes longer to be read was made to: a read of the usual size takes some hundredths of it. */
const LONG_MS = 2
/** So many messages of who does not read are kept. */
const MAX_UNREAD = 100

/** Reads WebSockets at a pace that leaves time for everybody else. */
export class Pace {
  readonly #messages = new Turns(TURN_MS)
  /** Of what took long to be read, one in a turn. */
  readonly #longReads = new Turns(0)
  #readingSince = 0
  readonly #startReading = () => {
    this.#readingSince = performance.now()
  }

  /**
   * Gives the messages of a socket to `take`, each when it is its turn, in their order: while any waits, and where reading takes long, no
   * more is read until others were read. Who has not read what he was answered has to read it first, and is closed when he asks
   * on and on instead.
   */
  read(line: Line, take: (data: unknown) => void): void {
    const { socket, connection, backlog } = line
    let waiting = 0
    let reasonsToPause = 0
    const pauseUntilTurn = async (turns: Turns) => {
      if (reasonsToPause === 0) socket.pause()
      reasonsToPause += 1
      await turns.begin(socket)
      reasonsToPause -= 1
      if (reasonsToPause === 0) socket.resume()
    }
    socket.on('message', async (data) => {
      if (socket.readyState !== socket.OPEN) return
      if (waiting === 0 && !isOver(connection) && this.#messages.beginAtOnce()) return take(data)
      if (waiting === MAX_UNREAD && isOver(connection)) return backlog.close()
      waiting += 1
      await backlog.drained()
      await pauseUntilTurn(this.#messages)
      waiting -= 1
      if (socket.readyState === socket.OPEN) take(data)
    })
    connection.prependListener('data', this.#startReading)
    connection.on('data', () => {
      if (performance.now() - this.#readingSince > LONG_MS) void pauseUntilTurn(this.#longReads)
    })
    answerPings(socket)
  }
}

/** Pings that come at once are answered as one, by the last of them: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.3 */
function answerPings(socket: WebSocket): void {
  let last: Buffer | null = null
  socket.on('ping', (data) => {
    if (last === null) setImmediate(answer)
    last = data
  })
  const answer = () => {
    if (socket.readyState === socket.OPEN) socket.pong(last)
    last = null
  }
}
