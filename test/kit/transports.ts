import { RawSocket } from './rawSocket.js'

/** What a request asks for, as it goes over the wire. */
export type Asked = Readonly<Record<string, unknown>>

/** What came back, whatever brought it. */
export interface Told {
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  readonly data?: any
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** Brings one request to a server, on behalf of whom the token speaks for. */
export interface Transport {
  readonly name: string
  ask(url: string, asked: Asked, token?: string): Promise<Told>
}

const http: Transport = {
  name: 'HTTP',
  async ask(url, asked, token) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(asked),
    })
    return (await response.json()) as Told
  },
}

const webSocket: Transport = {
  name: 'WebSocket',
  async ask(url, asked, token = '') {
    const socket = await RawSocket.open(url, { token })
    try {
      // The protocol wants a text, also where something else stands for it.
      socket.send({ id: '1', type: 'subscribe', payload: { query: '', ...asked } })
      const { type, payload } = await socket.wait(({ id }) => id === '1')
      return type === 'error' ? { errors: payload } : payload
    } finally {
      socket.close()
    }
  },
}

/** Both: what is refused on one is refused on the other. */
export const TRANSPORTS: readonly Transport[] = [http, webSocket]
