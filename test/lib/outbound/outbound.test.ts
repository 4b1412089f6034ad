import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AddressRules } from '../../../src/lib/outbound/addressRules.js'
import { ForbiddenUrlError, Outbound } from '../../../src/lib/outbound/outbound.js'
import { accept, answerWith, Receiver } from '../../kit/receiver.js'

const OUTSIDE = '127.0.0.1'
const INSIDE = '127.0.0.2'
const rules = new AddressRules([`${OUTSIDE}/32`])
let outside: Receiver
let inside: Receiver

beforeAll(async () => {
  outside = await Receiver.start(OUTSIDE)
  inside = await Receiver.start(INSIDE, outside.port)
})
beforeEach(() => {
  outside.answer = accept
  outside.requests.length = 0
})
afterAll(() => Promise.all([outside.stop(), inside.stop()]))

/** An Outbound whose resolver gives these answers, one after the other. */
function openWith(...answers: string[][]) {
  const asked: string[] = []
  const resolve = async (host: string) => answers[asked.push(host) - 1]!
  return { asked, outbound: new Outbound({ rules, allowsHttp: true, resolve }) }
}
const send = (outbound: Outbound, url = `http://partner.example:${outside.port}/hook`, timeoutMs = 10_000) =>
  outbound.post({ url, headers: { 'x-one': '1' }, body: 'é', timeoutMs })
const notOnTheInternet = new ForbiddenUrlError('The host of this URL is not on the internet.')

describe('a host that resolves to what is allowed', () => {
  it('gets the request, by its name', async () => {
    const { outbound, asked } = openWith([OUTSIDE])
    expect(await send(outbound)).toEqual({ status: 200, excerpt: 'ok' })
    expect(asked).toEqual(['partner.example'])
    expect(outside.requests).toEqual([
      { headers: expect.objectContaining({ 'x-one': '1', host: `partner.example:${outside.port}` }), body: 'é' },
    ])
  })

  it('is reached where it was checked: it is not looked up again', async () => {
    const { outbound, asked } = openWith([OUTSIDE], [INSIDE])
    await send(outbound)
    expect([asked.length, outside.requests.length, inside.requests.length]).toEqual([1, 1, 0])
  })

  it('leads nowhere else by a redirect', async () => {
    outside.answer = (response) => response.writeHead(307, { location: inside.url }).end('there')
    expect(await send(openWith([OUTSIDE]).outbound)).toEqual({ status: 307, excerpt: 'there' })
    expect(inside.requests).toEqual([])
  })

  it('is read no further than a KiB, as text that a table can have', async () => {
    outside.answer = answerWith(500, `\0${'x'.repeat(100_000)}`)
    expect(await send(openWith([OUTSIDE]).outbound)).toEqual({ status: 500, excerpt: `\u{fffd}${'x'.repeat(1_023)}` })
  })
})

describe('a host that resolves to what is inside', () => {
  it('gets nothing, also when it was outside a moment ago', async () => {
    const { outbound } = openWith([OUTSIDE], [OUTSIDE], [INSIDE])
    const url = `http://partner.example:${outside.port}/hook`
    await outbound.check(url, 1_000)
    await send(outbound)
    await expect(send(outbound)).rejects.toThrow(notOnTheInternet)
    expect([outside.requests.length, inside.requests.length]).toEqual([1, 0])
  })

  it('gets nothing when one of several addresses is', async () => {
    await expect(send(openWith([OUTSIDE, INSIDE]).outbound)).rejects.toThrow(notOnTheInternet)
    await expect(send(openWith(['::ffff:127.0.0.1']).outbound)).rejects.toThrow(notOnTheInternet)
    expect([outside.requests.length, inside.requests.length]).toEqual([0, 0])
  })
})

describe('a URL', () => {
  it.each([
    ['127.0.0.1', 'not a URL', 'This is not a URL.'],
    ['ftp://partner.example/', 'of another scheme', 'A URL begins with https://.'],
    ['https://ann:secret@partner.example/', 'with a password', 'A URL has no user and no password.'],
    ['https://127.0.0.2/', 'with an address', notOnTheInternet.message],
    ['https://2130706434/', 'with an address as a number', notOnTheInternet.message],
    ['https://0x7f.2/', 'with an address in hexadecimal', notOnTheInternet.message],
    ['https://[::1]/', 'with an IPv6 address', notOnTheInternet.message],
    ['https://[::ffff:127.0.0.1]/', 'with an IPv4 address as an IPv6 one', notOnTheInternet.message],
  ])('%s is refused: %s', async (url, _what, message) => {
    const { outbound, asked } = openWith()
    await expect(outbound.check(url, 1_000)).rejects.toThrow(new ForbiddenUrlError(message))
    await expect(send(outbound, url)).rejects.toThrow(message)
    expect(asked).toEqual([])
  })

  it('of plain HTTP is refused unless it is allowed', async () => {
    const strict = new Outbound({ rules, allowsHttp: false })
    await expect(strict.check(outside.url, 1_000)).rejects.toThrow('A URL begins with https://.')
    await expect(openWith().outbound.check(outside.url, 1_000)).resolves.toBeUndefined()
  })

  it('whose host is not known is refused', async () => {
    const { outbound } = openWith([])
    await expect(outbound.check('https://nowhere.example/', 1_000)).rejects.toThrow(
      'The host of this URL is not known.',
    )
    const failing = new Outbound({ rules, allowsHttp: true, resolve: () => Promise.reject(new Error('ENOTFOUND')) })
    await expect(failing.check('https://nowhere.example/', 1_000)).rejects.toThrow('The host of this URL is not known.')
  })
})

describe('a server that does not answer in time', () => {
  it.each([
    ['at all', () => {}],
    ['to the end', (response: { write(text: string): unknown }) => void response.write('x')],
  ])('is given up when it does not %s', async (_what, answer) => {
    outside.answer = answer
    await expect(send(openWith([OUTSIDE]).outbound, undefined, 100)).rejects.toThrow(/^no answer within/)
  })
})
