/**
 * Numbers from 0 up to 1 that look random and are the same for the same key on every machine. Sources: mulberry32 by Tommy
 * Ettinger, seeded with FNV-1a of the key.
 */
export function randomOf(key: string): () => number {
  let state = hash(key)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function hash(key: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(key)) value = Math.imul(value ^ byte, 0x01000193)
  return value
}
