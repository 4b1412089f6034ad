import ipaddr from 'ipaddr.js'
import type { WebSocket } from 'ws'
import { toNetwork } from '../lib/network.js'
import { Quota } from '../lib/quota.js'

const DEFAULT_LIMIT = 1_000

/** How many sockets each address has: IPv6 addresses count by their /64. */
export class SocketsOfAddresses {
  readonly #quota: Quota
  readonly #countsLoopback: boolean

  /** Null for the default, which does not count sockets from this machine itself: behind a proxy here, all would be from it. */
  constructor(limit: number | null) {
    this.#quota = new Quota(limit ?? DEFAULT_LIMIT)
    this.#countsLoopback = limit !== null
  }

  /** Whether an address has as many as may be. */
  isUsedUp(address: string): boolean {
    return this.#counts(address) && this.#quota.isUsedUp(toNetwork(address))
  }

  /** Counts a socket for as long as it is open. */
  count(socket: WebSocket, address: string): void {
    if (!this.#counts(address)) return
    const network = toNetwork(address)
    if (this.#quota.take(network)) socket.once('close', () => this.#quota.giveBack(network))
  }

  #counts(address: string): boolean {
    return this.#countsLoopback || !(ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback')
  }
}
