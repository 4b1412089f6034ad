import { CloseCode } from 'graphql-ws'
import type { WebSocket } from 'ws'
import type { Services } from '../context.js'
import { Quota } from '../lib/quota.js'
import type { Viewer } from '../modules/accounts/index.js'
import { HttpError } from './httpError.js'
import { SocketSessions } from './socketSessions.js'
import { identify } from './viewer.js'

/** To a client, 4403 is for good: this is not. */
const TRY_AGAIN_LATER = 1013

/** Who is behind each socket, from its beginning to its end. */
export class SocketCallers {
  readonly #services: Services
  readonly #sessions: SocketSessions
  readonly #ofAccounts: Quota

  constructor(services: Services) {
    this.#services = services
    this.#sessions = new SocketSessions(services.tokens)
    this.#ofAccounts = new Quota(services.config.maxSocketsPerAccount)
  }

  /**
   * The viewer of a socket that introduces itself, null where nobody is signed in; 'refused' where it is not let in: it is closed, or is to
   * be closed with 4403.
   */
  async accept(socket: WebSocket, authorization: unknown): Promise<Viewer | null | 'refused'> {
    const viewer = await this.#identify(socket, authorization)
    if (viewer === null || viewer === 'refused') return viewer
    if (!this.#ofAccounts.take(viewer.accountId)) {
      socket.close(CloseCode.TooManyInitialisationRequests, 'Your account has too many sockets')
      return 'refused'
    }
    socket.once('close', () => this.#ofAccounts.giveBack(viewer.accountId))
    this.#sessions.add(socket, viewer)
    return viewer
  }

  /** Whether the viewer of a socket is still signed in, or it has none. If not, the socket is closed. */
  check(socket: WebSocket): boolean {
    return this.#sessions.check(socket)
  }

  close(): void {
    this.#sessions.close()
  }

  async #identify(socket: WebSocket, authorization: unknown): Promise<Viewer | null | 'refused'> {
    try {
      return await identify(this.#services.tokens, authorization)
    } catch (error) {
      if (error instanceof HttpError && error.status === 503) socket.close(TRY_AGAIN_LATER, 'Try again later')
      return 'refused'
    }
  }
}
