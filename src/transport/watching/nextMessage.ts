import type { Socket } from 'node:net'

/** From here on what all share is not copied for each: copying costs more than a second buffer then. */
const COPY_UP_TO_BYTES = 8 * 1024
const FINAL_TEXT_FRAME = 0x81

/** The beginning of a `next` message, which is the follower's own: all up to its payload, in ASCII. */
export function headOfNext(subscriptionId: string): string {
  const id = JSON.stringify(subscriptionId).replace(/[\u0080-\uffff]/g, escapeCharacter)
  return `{"id":${id},"type":"next","payload":`
}

/** The rest of the message, which is the same for everyone who gets that payload. */
export function tailOfNext(payload: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(payload)}}`)
}

/**
 * Writes a `next` message as one frame (RFC 6455, section 5.2) past the WebSocket, right into its connection: half of what it
 * costs to send a message is in `send`. As each frame is written at once there, ours stands whole among those of the WebSocket.
 */
export function writeNext(connection: Socket, head: string, tail: Buffer): void {
  const length = head.length + tail.length
  if (length <= COPY_UP_TO_BYTES) {
    const frame = beginFrame(head, length, length)
    tail.copy(frame, frame.length - tail.length)
    connection.write(frame)
    return
  }
  connection.cork()
  connection.write(beginFrame(head, length, head.length))
  connection.write(tail)
  connection.uncork()
}

/** A frame for a message of that length, of which the head is written and `room` bytes are there. */
function beginFrame(head: string, length: number, room: number): Buffer {
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(start + room)
  frame[0] = FINAL_TEXT_FRAME
  if (start === 2) frame[1] = length
  else if (start === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(length, 6)
  }
  frame.write(head, start, 'latin1')
  return frame
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
