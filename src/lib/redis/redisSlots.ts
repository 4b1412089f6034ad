const SLOTS = 16_384

/** Who has each slot of a Redis Cluster, as `host:port`. */
export type SlotOwners = ReadonlyMap<number, string>

/** The slot of a key: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#key-distribution-model */
export function toSlot(key: string): number {
  const open = key.indexOf('{')
  const close = open === -1 ? -1 : key.indexOf('}', open)
  const hashed = close > open + 1 ? key.slice(open + 1, close) : key
  return crc16(Buffer.from(hashed)) % SLOTS
}

/** Reads the answer to CLUSTER SLOTS, of a node that may not know its own host. */
export function readSlotOwners(answer: unknown, ownHost: string): SlotOwners {
  const owners = new Map<number, string>()
  for (const [first, last, [host, port]] of answer as [number, number, [string | null, number]][]) {
    const owner = `${toUrlHost(!host || host === '?' ? ownHost : host)}:${port}`
    for (let slot = first; slot <= last; slot++) owners.set(slot, owner)
  }
  return owners
}

function toUrlHost(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

/** CRC-16/XMODEM. */
function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021
  }
  return crc & 0xffff
}
