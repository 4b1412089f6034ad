import type { Socket } from 'node:net'

/** From here on what all share is not copied for each: copying costs more than a second buffer then. */
const COPY_UP_TO_BYTES = 8 * 1024

/** The rest of a message, which is the same for everyone who gets that payload. */
export interface Tail {
  /** In UTF-8. */
  readonly bytes: Buffer
  /** The same as a text of one character a byte: to write a short one costs less than to make a buffer. Null for a long one. */
  readonly binary: string | null
}
const FINAL_TEXT_FRAME = 0x81

/** The beginning of a `next` message, which is the follower's own: all up to its payload, in ASCII. */
export function headOfNext(subscriptionId: string): string {
  const id = JSON.stringify(subscriptionId).replace(/[\u0080-\uffff]/g, escapeCharacter)
  return `{"id":${id},"type":"next","payload":`
}

export function tailOfNext(payload: unknown): Tail {
  const bytes = Buffer.from(`${JSON.stringify(payload)}}`)
  return { bytes, binary: bytes.length <= COPY_UP_TO_BYTES ? bytes.toString('latin1') : null }
}

/**
 * Writes a `next` message as one frame (RFC 6455, section 5.2) past the WebSocket, right into its connection: half of what it
 * costs to send a message is in `send`. As each frame is written at once there, ours stands whole among those of the WebSocket.
 */
export function writeNext(connection: Socket, head: string, { bytes, binary }: Tail): void {
  const start = beginFrame(head.length + bytes.length) + head
  if (binary !== null) {
    connection.write(start + binary, 'latin1')
    return
  }
  connection.cork()
  connection.write(start, 'latin1')
  connection.write(bytes)
  connection.uncork()
}

/** What stands before a message of so many bytes, a character a byte. */
function beginFrame(length: number): string {
  if (length < 126) return String.fromCharCode(FINAL_TEXT_FRAME, length)
  if (length < 65_536) return String.fromCharCode(FINAL_TEXT_FRAME, 126, length >> 8, length & 0xff)
  const bytes = [length >> 24, length >> 16, length >> 8, length].map((shifted) => shifted & 0xff)
  return String.fromCharCode(FINAL_TEXT_FRAME, 127, 0, 0, 0, 0, ...bytes)
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
