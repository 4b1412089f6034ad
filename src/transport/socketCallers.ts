import { CloseCode } from 'graphql-ws'
import type { WebSocket } from 'ws'
import type { Services } from '../context.js'
import { Quota } from '../lib/quota.js'
import { type Credentials, type Identity, identify } from './caller.js'
import { HttpError } from './httpError.js'
import { spendRequest } from './pipeline/budget.js'
import { SocketSessions } from './socketSessions.js'

/** To a client, 4403 is for good: this is not. */
const TRY_AGAIN_LATER = 1013
/** How often it is looked whether the keys of partners are still good. */
const LOOK_MS = 1_000
const KEY_ENDED = 'The key has ended'

/** A socket, and who is behind it. */
interface SocketCaller {
  readonly socket: WebSocket
  /** Of the client. */
  readonly address: string
  viewer: Identity['viewer']
  partner: Identity['partner']
}

/** Who is behind each socket, from its beginning to its end. */
export class SocketCallers {
  readonly #services: Services
  readonly #sessions: SocketSessions
  readonly #ofAccounts: Quota
  /** Of partners: what finds out whether their keys are still good, and for what. */
  readonly #checks = new Map<WebSocket, () => Promise<boolean>>()
  readonly #timer = setInterval(() => void this.#checkKeys(), LOOK_MS)

  constructor(services: Services) {
    this.#services = services
    this.#sessions = new SocketSessions(services.tokens)
    this.#ofAccounts = new Quota(services.config.maxSocketsPerAccount)
  }

  /** Notes whose a socket is that introduces itself. False where it is not let in, and is closed. */
  async accept(caller: SocketCaller, credentials: Credentials): Promise<boolean> {
    const { socket } = caller
    const identity = await this.#identify(caller, credentials)
    if (identity === null) return false
    const { viewer, partner } = Object.assign(caller, identity)
    if (viewer === null) return true
    if (!this.#ofAccounts.take(viewer.accountId)) {
      socket.close(CloseCode.TooManyInitialisationRequests, 'Your account has too many sockets')
      return false
    }
    socket.once('close', () => {
      this.#ofAccounts.giveBack(viewer.accountId)
      this.#checks.delete(socket)
    })
    this.#sessions.add(socket, viewer)
    if (partner !== null) this.#checks.set(socket, () => this.#renew(caller, credentials))
    return true
  }

  /** Whether who is behind a socket may still ask. If not, the socket is closed. */
  async check(socket: WebSocket): Promise<boolean> {
    if (!this.#sessions.check(socket)) return false
    const isGood = this.#checks.get(socket)
    if (isGood === undefined || (await isGood())) return true
    socket.close(CloseCode.Forbidden, KEY_ENDED)
    return false
  }

  /** Whether the session of who is behind a socket has not ended, as far as that is known at once. If it has, the socket is closed. */
  isCurrent(socket: WebSocket): boolean {
    return socket.readyState === socket.OPEN && this.#sessions.check(socket)
  }

  close(): void {
    clearInterval(this.#timer)
    this.#sessions.close()
  }

  async #checkKeys(): Promise<void> {
    await Promise.all([...this.#checks.keys()].map((socket) => this.check(socket)))
  }

  /** Whether a key is still good: what its partner may do by now is noted. Nobody is sent away because it cannot be told. */
  async #renew(caller: SocketCaller, credentials: Credentials): Promise<boolean> {
    try {
      caller.partner = (await identify(this.#services, credentials)).partner
      return true
    } catch (error) {
      return !(error instanceof HttpError && error.status === 401)
    }
  }

  async #identify(caller: SocketCaller, credentials: Credentials): Promise<Identity | null> {
    try {
      return await identify(this.#services, credentials)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      await this.#refuse(caller, error)
      return null
    }
  }

  /** It counts as a request of the address. */
  async #refuse({ socket, address }: SocketCaller, { status, message }: HttpError): Promise<void> {
    const { config, rateLimits, log } = this.#services
    const tooMany = await spendRequest({ partner: null, address, config, rateLimits })
    log.debug({ address, status, reason: message }, 'refused a socket')
    if (tooMany !== null) socket.close(CloseCode.TooManyInitialisationRequests, 'Too many requests')
    else if (status === 503) socket.close(TRY_AGAIN_LATER, 'Try again later')
    else socket.close(CloseCode.Forbidden, message)
  }
}
