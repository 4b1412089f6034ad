import type { IncomingMessage } from 'node:http'
import { readAddress } from '../lib/network.js'

/** What a request says of where it comes from. */
export interface Origin {
  /** Of the socket; undefined when it is gone already. */
  readonly remoteAddress: string | undefined
  /** The header X-Forwarded-For. */
  readonly forwardedFor: string | undefined
}

/** Of a socket that is gone, or one of another kind than IP. */
export const UNKNOWN_ADDRESS = 'unknown'

/**
 * The address of the client behind a number of proxies that are ours. Each of them adds the address that it was reached from at the end of
 * X-Forwarded-For, so only so many from the end can be believed: what stands before them, the client may have made up. Where one of
 * ours has told no address, the nearest one to us counts that is known.
 */
export function clientAddress({ remoteAddress, forwardedFor }: Origin, proxies: number): string {
  let known = readAddress(remoteAddress ?? '') ?? UNKNOWN_ADDRESS
  const told = proxies === 0 ? [] : (forwardedFor ?? '').split(',').slice(-proxies).reverse()
  for (const entry of told) {
    const address = readAddress(withoutPort(entry.trim()))
    if (address === null) return known
    known = address
  }
  return known
}

/** The address of the client that a request comes from. */
export function addressOf({ socket, headers }: IncomingMessage, proxies: number): string {
  // Node joins several of the header into one.
  const forwardedFor = headers['x-forwarded-for'] as string | undefined
  return clientAddress({ remoteAddress: socket.remoteAddress, forwardedFor }, proxies)
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry
}
