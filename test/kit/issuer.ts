import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

export const AUDIENCE = 'https://tickets.example'

/** What a token says; what is undefined is left out of it. */
export type Claims = Readonly<Record<string, unknown>>

interface Key {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly jwk: JWK
}

/** A server on this machine that signs people in by OpenID Connect: what it tells of itself, and its keys. */
export class Issuer {
  /** The paths that were asked for, in order. */
  readonly calls: string[] = []
  #keys: Key[] = []
  #made = 0
  #port = 0
  #http: Server | null = null

  static async start(): Promise<Issuer> {
    const issuer = new Issuer()
    await issuer.rotate()
    await issuer.listen()
    return issuer
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get jwksUrl(): string {
    return `${this.url}/keys`
  }

  /** What a server has to know of it. */
  get config() {
    return { oidc: { issuer: this.url, audience: AUDIENCE, jwksUrl: null } }
  }

  /** Listens, again at the same port after a stop. */
  async listen(): Promise<void> {
    const http = createServer(({ url }, response) => {
      this.calls.push(url!)
      const body = this.#answer(url!)
      response.writeHead(body === null ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    http.listen(this.#port, '127.0.0.1')
    await once(http, 'listening')
    this.#port = (http.address() as AddressInfo).port
    this.#http = http
  }

  /** Nobody listens at its port any more. */
  async stop(): Promise<void> {
    const http = this.#http
    this.#http = null
    if (http === null) return
    http.close()
    http.closeAllConnections()
    await once(http, 'close')
  }

  /** Signs by another key from now on. The earlier ones are told until they are withdrawn. */
  async rotate(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const kid = `key-${++this.#made}`
    this.#keys.push({ kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } })
  }

  /** Tells of the key alone that it signs by. */
  withdraw(): void {
    this.#keys = this.#keys.slice(-1)
  }

  /** The public part of the key that it signs by. */
  get publicJwk(): JWK {
    return this.#keys.at(-1)!.jwk
  }

  /** An access token for us that is good for an hour, with other claims where they are given. */
  async sign(claims: Claims): Promise<string> {
    const { kid, privateKey } = this.#keys.at(-1)!
    return new SignJWT({ iss: this.url, aud: AUDIENCE, exp: Math.floor(Date.now() / 1000) + 3_600, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
      .sign(privateKey)
  }

  #answer(path: string): object | null {
    if (path === '/.well-known/openid-configuration') return { issuer: this.url, jwks_uri: this.jwksUrl }
    if (path === '/keys') return { keys: this.#keys.map(({ jwk }) => jwk) }
    return null
  }
}
