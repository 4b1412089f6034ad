import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Verdict = 'take' | 'drop' | { readonly code: number }

/** An SMTP server that keeps what it takes. */
export class MailServer {
  /** What it took, as mail programs read it. */
  readonly mails: Email[] = []
  /** How often it was asked to take one. */
  tries = 0
  /** What it does with the mails that come, in their order; it takes those that come after. `drop` breaks the connection. */
  readonly verdicts: Verdict[] = []
  port = 0
  #server: SMTPServer | null = null

  get url(): string {
    return `smtp://ann:opensesame@127.0.0.1:${this.port}`
  }

  /** Listens, again at the same port after a stop. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      hideSTARTTLS: true,
      closeTimeout: 100,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'ann' && password === 'opensesame' ? done(null, { user: username }) : done(new Error('wrong')),
      onData: (stream, { id }, done) => {
        void this.#take(stream, () => this.#breakConnection(server, id)).then(done)
      },
    })
    server.on('error', () => {})
    server.listen(this.port, '127.0.0.1')
    await once(server.server, 'listening')
    this.port = (server.server.address() as AddressInfo).port
    this.#server = server
  }

  /** Nobody listens at its port any more. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server !== null) await new Promise<void>((resolve) => server.close(resolve))
  }

  async #take(stream: AsyncIterable<Buffer>, breakConnection: () => void): Promise<Error | null> {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    this.tries++
    const verdict = this.verdicts.shift() ?? 'take'
    if (typeof verdict === 'object') return Object.assign(new Error('not now'), { responseCode: verdict.code })
    this.mails.push(await PostalMime.parse(Buffer.concat(chunks)))
    if (verdict === 'drop') breakConnection()
    return null
  }

  #breakConnection(server: SMTPServer, id: string): void {
    for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
      if (connection.id === id) connection._socket.destroy()
    }
  }
}
