import { once } from 'node:events'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'

/** What came back. */
export interface OutboundAnswer {
  readonly status: number
  /** The beginning of the body as text, at most 1 KiB of it. */
  readonly excerpt: string
}

export interface PostOptions {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Where the host is reached: nobody asks for it again. */
  readonly addresses: readonly string[]
  readonly timeoutMs: number
}

const MAX_EXCERPT_BYTES = 1_024

/** Posts to one of the addresses, on a connection of its own. Rejects when there is no answer in time. */
export async function post({ url, headers, body, addresses, timeoutMs }: PostOptions): Promise<OutboundAnswer> {
  const open = url.protocol === 'https:' ? requestHttps : requestHttp
  const signal = AbortSignal.timeout(timeoutMs)
  const request = open(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    // No pool: a connection to the address of yesterday would be used without being checked.
    agent: false,
    lookup: answerWith(addresses),
    signal,
  })
  // It may fail once more while the answer is read, when nobody waits for it.
  request.on('error', () => {})
  try {
    request.end(body)
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return { status: response.statusCode!, excerpt: await readExcerpt(response) }
  } catch (error) {
    throw signal.aborted ? new Error(`no answer within ${Math.round(timeoutMs / 1000)} s`) : error
  } finally {
    request.destroy()
  }
}

function answerWith(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, { all }, callback) => {
    if (all) callback(null, found)
    else callback(null, found[0]!.address, found[0]!.family)
  }
}

async function readExcerpt(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= MAX_EXCERPT_BYTES) break
  }
  // Postgres knows no text with U+0000.
  return Buffer.concat(chunks).subarray(0, MAX_EXCERPT_BYTES).toString().replaceAll('\0', '\u{fffd}')
}
