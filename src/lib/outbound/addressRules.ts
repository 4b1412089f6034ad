import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Network = readonly [Address, number]

/** Of all IPv6 addresses these alone are on the internet: https://www.iana.org/assignments/ipv6-address-space */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** What answers machines of Azure about themselves, at an address that looks like any other. */
const METADATA = ['168.63.129.16']
/** Where the fifth and the sixth group of an IPv6 address are this but for the bits u and g, an IPv4 one follows: RFC 5214, 6.1. */
const ISATAP = 0x0000_5efe
const UG = 0x0300_0000

/**
 * Which addresses may be called for others: those of the internet, and those of the networks that are allowed. Not what is private, local, shared,
 * reserved or multicast, and no IPv6 address that stands for an IPv4 one.
 */
export class AddressRules {
  readonly #allowed: readonly Network[]

  /** `networks` as CIDR: `10.1.0.0/16`. */
  constructor(networks: readonly string[]) {
    this.#allowed = networks.map((network) => ipaddr.parseCIDR(network))
  }

  /** Whether an address may be called, in any notation that a socket takes. What is none may not. */
  allow(text: string): boolean {
    if (!isAddress(text)) return false
    const address = ipaddr.parse(text)
    return this.#allowed.some((network) => isIn(address, network)) || isOfTheInternet(address)
  }
}

/** Whether a text is a network as CIDR. */
export function isNetwork(text: string): boolean {
  return ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text)
}

function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
}

function isIn(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, bits)
}

function isOfTheInternet(address: Address): boolean {
  if (address.range() !== 'unicast') return false
  if (address instanceof ipaddr.IPv4) return !METADATA.includes(address.toString())
  return address.match(GLOBAL_IPV6) && !isIsatap(address)
}

/** Such an address may be of any network. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return (((parts[4]! << 16) | parts[5]!) & ~UG) === ISATAP
}
