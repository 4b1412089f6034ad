const PING = 0x9

/** Counts the messages in the bytes of a WebSocket as a server sends them: unmasked, each one frame. */
export class FrameReader {
  readonly #onMessage: (length: number) => void
  readonly #onPing: () => void
  #rest = 0
  #header: Buffer | null = null

  constructor(onMessage: (length: number) => void, onPing: () => void) {
    this.#onMessage = onMessage
    this.#onPing = onPing
  }

  push(chunk: Buffer): void {
    const bytes = this.#header === null ? chunk : Buffer.concat([this.#header, chunk])
    this.#header = null
    let at = Math.min(this.#rest, bytes.length)
    this.#rest -= at
    while (at < bytes.length) {
      const frame = readHeader(bytes, at)
      if (frame === null) {
        this.#header = Buffer.from(bytes.subarray(at))
        return
      }
      if (frame.opcode === PING) this.#onPing()
      else this.#onMessage(frame.length)
      const end = at + frame.size + frame.length
      this.#rest = Math.max(0, end - bytes.length)
      at = Math.min(end, bytes.length)
    }
  }
}

function readHeader(bytes: Buffer, at: number): { opcode: number; size: number; length: number } | null {
  if (bytes.length < at + 2) return null
  const short = bytes[at + 1]! & 0x7f
  const size = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < at + size) return null
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6)
  return { opcode: bytes[at]! & 0xf, size, length }
}

/** A frame as a client sends it, masked with zeros. */
export function toClientFrame(opcode: number, payload: Buffer): Buffer {
  const short = payload.length < 126
  const head = Buffer.alloc(short ? 6 : 8)
  head[0] = 0x80 | opcode
  head[1] = 0x80 | (short ? payload.length : 126)
  if (!short) head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}
