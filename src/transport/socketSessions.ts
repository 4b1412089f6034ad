import { CloseCode } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { AccessTokens, Viewer } from '../modules/accounts/index.js'

const SWEEP_MS = 1_000
const REASON = 'The access token has ended: sign in again'

/**
 * Closes sockets with 4403 when the token that they were opened by ends, or its session is revoked: within a second, and before
 * anything new is done for them. One timer for all, as ten thousand of them are some megabytes.
 */
export class SocketSessions {
  readonly #tokens: AccessTokens
  readonly #viewers = new Map<WebSocket, Viewer>()
  readonly #timer = setInterval(() => this.#sweep(), SWEEP_MS)

  constructor(tokens: AccessTokens) {
    this.#tokens = tokens
  }

  /** Without a viewer there is nothing that could end. */
  add(socket: WebSocket, viewer: Viewer | null): void {
    if (viewer !== null) this.#viewers.set(socket, viewer)
  }

  /** Whether the viewer of a socket is still signed in, or it has none. If not, the socket is closed. */
  check(socket: WebSocket): boolean {
    const viewer = this.#viewers.get(socket)
    if (viewer === undefined || this.#tokens.isCurrent(viewer)) return true
    socket.close(CloseCode.Forbidden, REASON)
    return false
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #sweep(): void {
    for (const socket of this.#viewers.keys()) {
      if (socket.readyState === WebSocket.CLOSED) this.#viewers.delete(socket)
      else if (socket.readyState === WebSocket.OPEN) this.check(socket)
    }
  }
}
