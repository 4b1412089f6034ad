import { createClient as createSocketClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { clientAddress } from '../../src/transport/clientAddress.js'
import { createClient } from '../kit/client.js'
import { startServer, type TestServer } from '../kit/server.js'

describe('clientAddress', () => {
  it.each<[string, string | undefined, string | undefined, number, string]>([
    ['without a proxy', '192.0.2.1', undefined, 0, '192.0.2.1'],
    ['without a proxy, whatever the client says', '192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
    ['as an IPv4 address where the socket is of IPv6', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['of IPv6', '2001:DB8::1', undefined, 0, '2001:db8::1'],
    ['of a socket that is gone', undefined, undefined, 0, 'unknown'],
    ['of a socket that is gone, behind a proxy', undefined, '203.0.113.1', 1, '203.0.113.1'],
    ['behind one proxy', '10.0.0.1', '203.0.113.1', 1, '203.0.113.1'],
    [
      'behind one proxy, with an address that the client has made up',
      '10.0.0.1',
      '1.1.1.1, 203.0.113.1',
      1,
      '203.0.113.1',
    ],
    ['behind one proxy, with many of them', '10.0.0.1', '1.1.1.1,2.2.2.2,::1, 203.0.113.1', 1, '203.0.113.1'],
    ['behind two proxies', '10.0.0.1', '203.0.113.1, 10.0.0.2', 2, '203.0.113.1'],
    [
      'behind two proxies, with an address that the client has made up',
      '10.0.0.1',
      '1.1.1.1, 203.0.113.1, 10.0.0.2',
      2,
      '203.0.113.1',
    ],
    ['behind two proxies, when it has come by the nearer one alone', '10.0.0.1', '203.0.113.1', 2, '203.0.113.1'],
    ['when it has come by no proxy', '203.0.113.1', undefined, 1, '203.0.113.1'],
    ['when the header is empty', '10.0.0.1', '', 1, '10.0.0.1'],
    ['when the proxy has told no address', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['when the proxy has told no address behind one that is made up', '10.0.0.1', '1.1.1.1, unknown', 1, '10.0.0.1'],
    ['when the farther proxy has told no address', '10.0.0.1', '_hidden, 10.0.0.2', 2, '10.0.0.2'],
    ['with a port', '10.0.0.1', '203.0.113.1:4711', 1, '203.0.113.1'],
    ['of IPv6 with a port', '10.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['of IPv6 in brackets', '10.0.0.1', '[2001:db8::1]', 1, '2001:db8::1'],
    ['as an IPv4 address that a proxy tells as one of IPv6', '10.0.0.1', '::ffff:203.0.113.1', 1, '203.0.113.1'],
    ['with a newline in it', '10.0.0.1', '203.0.113.1\n1.1.1.1', 1, '10.0.0.1'],
  ])('is that of the client %s', (_name, remoteAddress, forwardedFor, proxies, expected) => {
    expect(clientAddress({ remoteAddress, forwardedFor }, proxies)).toBe(expected)
  })
})

describe('a limit by address', () => {
  const GUEST = 'mutation { signInAsGuest { __typename } }'
  let direct: TestServer
  let proxied: TestServer

  beforeAll(async () => {
    const config = { newAccountsPerMinute: 1, workJobs: false }
    direct = await startServer({ config, isAlone: true })
    proxied = await startServer({ config: { ...config, trustProxy: 1 }, beside: direct, isAlone: true })
  })
  afterAll(async () => {
    await proxied.close()
    await direct.close()
  })

  const byHttp = async ({ url }: TestServer, forwardedFor: string) =>
    (await createClient(url, undefined, { 'x-forwarded-for': forwardedFor }).query(GUEST)).signInAsGuest.__typename

  async function bySocket({ url }: TestServer, forwardedFor: string): Promise<unknown> {
    const webSocketImpl = class extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers: { 'x-forwarded-for': forwardedFor } })
      }
    }
    const client = createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl, retryAttempts: 0 })
    const { value } = await client.iterate<{ signInAsGuest: { __typename: string } }>({ query: GUEST }).next()
    await client.dispose()
    return value!.data!.signInAsGuest.__typename
  }

  it('counts what a client comes from, not what it says, where there is no proxy', async () => {
    expect(await byHttp(direct, '203.0.113.1')).toBe('SignInAsGuestSuccess')
    expect(await byHttp(direct, '203.0.113.2')).toBe('RateLimitedError')
    expect(await bySocket(direct, '203.0.113.3')).toBe('RateLimitedError')
  })

  it('counts what the proxy says, by HTTP and WebSocket together', async () => {
    expect(await byHttp(proxied, '1.1.1.1, 203.0.113.1')).toBe('SignInAsGuestSuccess')
    expect(await byHttp(proxied, '1.1.1.2, 203.0.113.1')).toBe('RateLimitedError')
    expect(await bySocket(proxied, '1.1.1.3, 203.0.113.1')).toBe('RateLimitedError')
    expect(await bySocket(proxied, '203.0.113.1, 203.0.113.2')).toBe('SignInAsGuestSuccess')
  })
})
