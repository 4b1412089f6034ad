import { createRequire } from 'node:module'
import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderTicketsPdf } from '../../../src/modules/tickets/index.js'
import { cancelBooking } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { type Bought, buy, checkInTicket, follow, hireUsher, keyOf, readTickets } from './boxOffice.js'
import { readPdf } from './readPdf.js'

// What qrcode writes PNGs with reads them as well.
const { PNG } = createRequire(import.meta.resolve('qrcode'))('pngjs')

let server: TestServer
let bought: Bought

beforeAll(async () => {
  server = await startServer()
  bought = await buy(server, { movie: "Amélie – Le Fabuleux Destin d'Amélie Poulain, Œuvre" })
})
afterAll(() => server.close())

/** The modules of the QR code of a text, dark ones as `#`. */
function matrixOf(code: string): string[] {
  const { size, data } = QRCode.create(code, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (data[row * size + column] ? '#' : ' ')).join(''),
  )
}

/** The modules that a picture shows, by the colour in the middle of each. */
function sample(size: number, isDark: (x: number, y: number) => boolean): string[] {
  const middle = (index: number) => index + 4 + 0.5
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (isDark(middle(column), middle(row)) ? '#' : ' ')).join(''),
  )
}

function expectPrivate(response: Response): void {
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
}

describe('the QR code of a ticket', () => {
  it('says its code as a PNG', async () => {
    const { code, qrPngUrl } = bought.tickets[0]!
    const response = await follow(server, qrPngUrl)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expectPrivate(response)
    const { width, height, data } = PNG.sync.read(Buffer.from(await response.arrayBuffer()))
    const expected = matrixOf(code)
    const scale = width / (expected.length + 8)
    expect([height, scale]).toEqual([width, 8])
    const isDark = (x: number, y: number) => data[4 * (Math.floor(y * scale) * width + Math.floor(x * scale))] < 128
    expect(sample(expected.length, isDark)).toEqual(expected)
  })

  it('says its code as an SVG', async () => {
    const { code, qrSvgUrl } = bought.tickets[1]!
    const response = await follow(server, qrSvgUrl)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expectPrivate(response)
    const svg = await response.text()
    const expected = matrixOf(code)
    expect(svg).toContain(`viewBox="0 0 ${expected.length + 8} ${expected.length + 8}"`)
    const dark = new Set<string>()
    let [x, y] = [0, 0]
    for (const [, move, first, second] of /stroke="#000000" d="([^"]+)"/
      .exec(svg)![1]!
      .matchAll(/([Mmh])([\d.-]+)(?: ?([\d.-]+))?/g)) {
      if (move === 'M') [x, y] = [Number(first), Number(second)]
      if (move === 'm') [x, y] = [x + Number(first), y + Number(second)]
      if (move === 'h') for (const end = x + Number(first); x < end; x++) dark.add(`${x} ${y}`)
    }
    expect(sample(expected.length, (column, row) => dark.has(`${Math.floor(column)} ${row}`))).toEqual(expected)
  })
})

describe('the PDF of a ticket', () => {
  it('tells movie, place, time and seat, and shows the code', async () => {
    const { code, pdfUrl, show } = bought.tickets[1]!
    const response = await follow(server, pdfUrl)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe('inline; filename="ticket-A2.pdf"')
    expectPrivate(response)
    const [page, ...more] = readPdf(Buffer.from(await response.arrayBuffer()))
    expect(more).toEqual([])
    const inParis = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', ...options }).format(new Date(show.startsAt))
    const reference = keyOf(bought.bookingId).slice(0, 8).toUpperCase()
    expect(page!.text.split('\n')).toEqual([
      'MARQUEE',
      'THE THEATER',
      '2D FR',
      expect.stringMatching(/^Amélie – Le Fabuleux Destin /),
      expect.stringMatching(/Poulain, Œuvre$/),
      'DATE',
      `${inParis({ weekday: 'long' })} ${inParis({ day: 'numeric', month: 'long', year: 'numeric' })}`,
      'TIME',
      inParis({ hour: '2-digit', minute: '2-digit' }),
      'SCREEN',
      '1',
      'ROW',
      'A',
      'SEAT',
      '2',
      '1 rue, 75001 Paris',
      '10.00 EUR',
      'ROW / SEAT',
      'A / 2',
      'BOOKING',
      `${reference.slice(0, 4)}-${reference.slice(4)}`,
      'Admits one, once. Keep this code to yourself.',
    ])
    const dark = matrixOf(code).join('').replaceAll(' ', '').length
    // The desk and the band are rectangles too.
    expect(page!.rectangles).toBe(dark + 2)
  })

  it.each([
    ['far too long', 'An extraordinarily long title '.repeat(40)],
    ['in another script', '千と千尋の神隠し 🎬'],
    ['one endless word', 'x'.repeat(500)],
  ])('is made for a title that is %s', async (_what, movie) => {
    const { tickets } = await buy(server, { movie, seats: 1 })
    const response = await follow(server, tickets[0]!.pdfUrl)
    expect(response.status).toBe(200)
    const pages = readPdf(Buffer.from(await response.arrayBuffer()))
    expect(pages).toHaveLength(1)
    expect(pages[0]!.text).toContain('Admits one, once.')
  })
})

describe('the documents of a seat in a row with letters of another script', () => {
  it('are there, under a name that a header can have', async () => {
    const { bookingId, buyer, show } = await buy(server, { seats: 1 })
    await server.seed.sql(`UPDATE seat SET row = 'Ж"' WHERE screen_id = (SELECT screen_id FROM show WHERE id = $1)`, [
      show.key,
    ])
    const [ticket] = (await readTickets(buyer, bookingId)).tickets
    for (const [format, link] of Object.entries({
      svg: ticket!.qrSvgUrl,
      png: ticket!.qrPngUrl,
      pdf: ticket!.pdfUrl,
    })) {
      const response = await follow(server, link)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).toBe(`inline; filename="ticket-1.${format}"`)
    }
  })
})

describe('the PDF of a booking', () => {
  it('has a page for each ticket, and is what mails have attached', async () => {
    const response = await follow(server, bought.ticketsPdfUrl)
    expect(response.status).toBe(200)
    expectPrivate(response)
    const pages = readPdf(Buffer.from(await response.arrayBuffer()))
    expect(pages.map(({ text }) => /\nA \/ \d+\n/.exec(text)![0].trim())).toEqual(['A / 1', 'A / 2'])
    const attached = await renderTicketsPdf(server.services, keyOf(bought.bookingId))
    expect(readPdf(attached)).toEqual(pages)
  })

  it('is gone for whoever had the booking before it got another owner', async () => {
    const { bookingId, ticketsPdfUrl } = await buy(server)
    const other = await server.signInAsGuest()
    const { viewer } = await other.query('{ viewer { id } }')
    await server.seed.sql('UPDATE booking SET account_id = $1 WHERE id = $2', [keyOf(viewer.id), keyOf(bookingId)])
    expect((await follow(server, ticketsPdfUrl)).status).toBe(404)
    const { ticketsPdfUrl: theirs } = await readTickets(other, bookingId)
    expect((await follow(server, theirs)).status).toBe(200)
  })
})

describe('a ticket that was used', () => {
  it('is still there', async () => {
    const { show, tickets } = await buy(server, { startsInSeconds: 3600 })
    await checkInTicket(await hireUsher(server, show), tickets[0]!.code)
    expect((await follow(server, tickets[0]!.pdfUrl)).status).toBe(200)
  })
})

describe('a void ticket', () => {
  it('is gone, and says so', async () => {
    const { buyer, bookingId, tickets, ticketsPdfUrl } = await buy(server)
    await cancelBooking(buyer, bookingId)
    const links = tickets.flatMap(({ qrSvgUrl, qrPngUrl, pdfUrl }) => [qrSvgUrl, qrPngUrl, pdfUrl])
    for (const link of [...links, ticketsPdfUrl]) {
      const response = await follow(server, link)
      expect(response.status).toBe(410)
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expectPrivate(response)
      expect(await response.text()).toBe('This ticket is void: it does not admit.\n')
    }
  })
})

describe('a URL that is not ours', () => {
  const change = (link: string) => link.replace(/.(?=.\.\w+$)/, (last) => (last === 'A' ? 'B' : 'A'))

  it('leads to nothing', async () => {
    const { pdfUrl, qrSvgUrl, id } = bought.tickets[0]!
    const { ticketsPdfUrl } = bought
    const uuid = Buffer.from(keyOf(id).replaceAll('-', ''), 'hex')
    const unsealed = Buffer.concat([uuid, Buffer.alloc(16)]).toString('base64url')
    const links = [
      change(pdfUrl),
      change(ticketsPdfUrl),
      pdfUrl.replace('/tickets/', '/bookings/'),
      ticketsPdfUrl.replace('/bookings/', '/tickets/'),
      ticketsPdfUrl.replace('.pdf', '.png'),
      qrSvgUrl.replace('.svg', '.gif'),
      qrSvgUrl.replace('.svg', ''),
      `${pdfUrl}/more`,
      `http://localhost/tickets/${unsealed}.pdf`,
      `http://localhost/tickets/${id}.pdf`,
      `http://localhost/tickets/${keyOf(id)}.pdf`,
      'http://localhost/tickets/%00.svg',
      'http://localhost/tickets/',
    ]
    for (const link of links) expect([link, (await follow(server, link)).status]).toEqual([link, 404])
  })

  it('was never told by a token with other bits at its end', async () => {
    // 43 characters of base64url have two bits to spare.
    const { pdfUrl } = bought.tickets[0]!
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const sibling = pdfUrl.replace(/.(?=\.pdf$)/, (last) => alphabet[alphabet.indexOf(last) + 1]!)
    expect((await follow(server, sibling)).status).toBe(404)
  })
})

describe('other methods', () => {
  it('HEAD has the headers alone', async () => {
    const { qrPngUrl } = bought.tickets[0]!
    const whole = await (await follow(server, qrPngUrl)).arrayBuffer()
    const response = await follow(server, qrPngUrl, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('content-length')).toBe(String(whole.byteLength))
    expect((await response.arrayBuffer()).byteLength).toBe(0)
  })

  it('are refused', async () => {
    const response = await follow(server, bought.tickets[0]!.pdfUrl, { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })
})
