export interface HttpAnswer {
  readonly status: number
  readonly body: string
}

const HEAD_END = '\r\n\r\n'

/**
 * The answer in what a socket has received since its request, null while it is not complete. Knows what servers on node:http
 * send: bodies with a content-length, and chunked ones.
 */
export function readHttpAnswer(received: Buffer): HttpAnswer | null {
  const headEnd = received.indexOf(HEAD_END)
  if (headEnd === -1) return null
  const head = received.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const start = headEnd + HEAD_END.length
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) {
    const body = readChunks(received, start)
    return body === null ? null : { status, body }
  }
  const end = start + Number(length)
  return received.length < end ? null : { status, body: received.toString('utf8', start, end) }
}

function readChunks(received: Buffer, start: number): string | null {
  const chunks: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = received.indexOf('\r\n', at)
    if (lineEnd === -1) return null
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16)
    const next = lineEnd + 2 + size + 2
    if (received.length < next) return null
    if (size === 0) return Buffer.concat(chunks).toString('utf8')
    chunks.push(received.subarray(lineEnd + 2, next - 2))
    at = next
  }
}
