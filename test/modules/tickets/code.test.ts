import { createLocalJWKSet, errors, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSigningKey, parseSigningKey } from '../../../src/lib/signingKey.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { type Bought, buy, keyOf, readTickets } from './boxOffice.js'

let server: TestServer
let bought: Bought

beforeAll(async () => {
  server = await startServer()
  bought = await buy(server)
})
afterAll(() => server.close())

const fetchKeys = () => fetch(new URL('/.well-known/jwks.json', server.url))

describe('a scanner with the public key', () => {
  it('verifies a code offline, and reads what it admits to', async () => {
    const keys = createLocalJWKSet(await (await fetchKeys()).json())
    const { code, id, seat, show } = bought.tickets[1]!
    const { payload, protectedHeader } = await jwtVerify(code, keys)
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: expect.stringMatching(/^[\w-]{8}$/) })
    expect(payload).toEqual({
      jti: keyOf(id),
      show: bought.show.id,
      seat: seat.label,
      start: Math.floor(Date.parse(show.startsAt) / 1000),
      exp: Math.floor(Date.parse(show.endsAt) / 1000),
    })
  })

  it('refuses a code once the show is over', async () => {
    const keys = createLocalJWKSet(await (await fetchKeys()).json())
    const { code, show } = bought.tickets[0]!
    const currentDate = new Date(Date.parse(show.endsAt) + 1000)
    await expect(jwtVerify(code, keys, { currentDate })).rejects.toThrow(errors.JWTExpired)
  })

  it('refuses what was changed, or signed by somebody else', async () => {
    const keys = createLocalJWKSet(await (await fetchKeys()).json())
    const [header, payload, signature] = bought.tickets[0]!.code.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, seat: 'A9' })).toString('base64url')
    await expect(jwtVerify(`${header}.${changed}.${signature}`, keys)).rejects.toThrow(
      errors.JWSSignatureVerificationFailed,
    )
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString())
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .sign(parseSigningKey(makeSigningKey())!)
    await expect(jwtVerify(forged, keys)).rejects.toThrow(errors.JWSSignatureVerificationFailed)
  })
})

describe('a code', () => {
  it('is the same whenever it is asked for, and another for each ticket', async () => {
    const { tickets } = await readTickets(bought.buyer, bought.bookingId)
    expect(tickets.map(({ code }) => code)).toEqual(bought.tickets.map(({ code }) => code))
    expect(new Set(tickets.map(({ code }) => code)).size).toBe(2)
  })

  it('is short enough for a QR code that a phone reads', () => {
    for (const { code } of bought.tickets) expect(code.length).toBeLessThan(340)
  })
})

describe('/.well-known/jwks.json', () => {
  it('has the public key alone, and may be cached', async () => {
    const response = await fetchKeys()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/jwk-set+json')
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
    expect(await response.json()).toEqual({
      keys: [
        {
          kty: 'OKP',
          crv: 'Ed25519',
          x: expect.stringMatching(/^[\w-]{43}$/),
          kid: expect.stringMatching(/^[\w-]{8}$/),
          alg: 'EdDSA',
          use: 'sig',
        },
      ],
    })
  })

  it('is not changed', async () => {
    const response = await fetch(new URL('/.well-known/jwks.json', server.url), { method: 'POST', body: '{}' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })
})
