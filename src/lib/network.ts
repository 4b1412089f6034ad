import { isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'

const HALF_OF_IPV6 = 4

/**
 * An IP address in its one spelling: in lower case, without a zone, and an IPv4 address that is written as an IPv6 one (`::ffff:192.0.2.1`)
 * as what it is. Null for what is no address, also for IPv4 addresses in other notations than four decimal numbers.
 */
export function readAddress(text: string): string | null {
  // Those have one spelling.
  if (isIPv4(text)) return text
  return parse(text)?.toString() ?? null
}

/**
 * Who counts as one: an IPv4 address by itself, an IPv6 address with all of its /64, of which everybody has 2^64 addresses to choose from.
 * What is no address stands for itself.
 */
export function toNetwork(address: string): string {
  const parsed = parse(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed?.toString() ?? address
  const parts = parsed.parts.slice(0, HALF_OF_IPV6).map((part) => part.toString(16))
  return `${parts.join(':')}::/64`
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const [plain] = text.split('%', 1)
  if (ipaddr.IPv4.isValidFourPartDecimal(plain!)) return ipaddr.IPv4.parse(plain!)
  if (!ipaddr.IPv6.isValid(plain!)) return null
  const address = ipaddr.IPv6.parse(plain!)
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address
}
