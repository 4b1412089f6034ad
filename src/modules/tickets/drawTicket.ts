import type { PrintedTicket } from './printedTicket.js'
import { type QrMatrix, toQrMatrix } from './qrCode.js'

type Pdf = PDFKit.PDFDocument

/** In points, 1/72 inch: four of them on a sheet of A4. */
export const PAGE = { width: 576, height: 216 } as const

const COLOR = { desk: '#ece7dd', paper: '#ffffff', band: '#8c1c2b', ink: '#1d1a18', faint: '#857d74', line: '#cfc7ba' }
const FONT = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const
const EDGE = 10
const BAND = { x: EDGE, width: 34 } as const
const MAIN = { x: 60, width: 316 } as const
/** Where the stub is torn off. */
const TEAR = 396
const NOTCH = 9
const STUB = { x: 412, width: 138 } as const
/** What scanners want to be white around a code, in modules. */
const QUIET_ZONE = 4

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Draws a ticket on the page: what, when and where to the left, what is scanned and torn off to the right. */
export function drawTicket(pdf: Pdf, ticket: PrintedTicket, code: string): void {
  drawPaper(pdf)
  drawBand(pdf)
  drawMain(pdf, ticket)
  drawStub(pdf, ticket, code)
}

function drawPaper(pdf: Pdf): void {
  const { width, height } = PAGE
  pdf.rect(0, 0, width, height).fill(COLOR.desk)
  pdf.roundedRect(EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE, 8).fill(COLOR.paper)
  for (const y of [EDGE, height - EDGE]) pdf.circle(TEAR, y, NOTCH).fill(COLOR.desk)
  pdf.moveTo(TEAR, EDGE + NOTCH + 4).lineTo(TEAR, height - EDGE - NOTCH - 4)
  pdf.lineWidth(1.5).dash(1, { space: 5 }).lineCap('round').stroke(COLOR.faint)
  pdf.undash().lineCap('butt')
}

function drawBand(pdf: Pdf): void {
  const { height } = PAGE
  pdf.save()
  pdf.roundedRect(BAND.x, EDGE, BAND.width + 8, height - 2 * EDGE, 8).clip()
  pdf.rect(BAND.x, EDGE, BAND.width, height - 2 * EDGE).fill(COLOR.band)
  pdf.restore().save()
  pdf
    .rotate(-90, { origin: [0, 0] })
    .font(FONT.bold)
    .fontSize(16)
    .fillColor(COLOR.paper)
  pdf.text('MARQUEE', -height, BAND.x + 11, { width: height, align: 'center', characterSpacing: 5, lineBreak: false })
  pdf.restore()
}

function drawMain(pdf: Pdf, ticket: PrintedTicket): void {
  const { x, width } = MAIN
  pdf.fillColor(COLOR.ink)
  fit(pdf, ticket.theater.toUpperCase(), { x, y: 24, width: width - 70 }, { font: FONT.bold, sizes: [10, 9, 8, 7] })
  pdf.fillColor(COLOR.band).font(FONT.bold).fontSize(10)
  pdf.text(ticket.format, x + width - 66, 24, { width: 66, align: 'right', lineBreak: false })
  pdf.fillColor(COLOR.ink)
  fit(pdf, ticket.title, { x, y: 40, width }, { font: FONT.bold, sizes: [24, 21, 18, 16, 14], height: 54 })
  pdf
    .moveTo(x, 98)
    .lineTo(x + width, 98)
    .lineWidth(0.75)
    .stroke(COLOR.line)
  label(pdf, 'Date', ticket.day, { x, y: 106, width: 226 })
  label(pdf, 'Time', ticket.time, { x: x + 240, y: 106, width: 76 })
  big(pdf, 'Screen', ticket.screen, { x, y: 138, width: 130 })
  big(pdf, 'Row', ticket.row, { x: x + 140, y: 138, width: 64 })
  big(pdf, 'Seat', ticket.seat, { x: x + 214, y: 138, width: 64 })
  pdf.fillColor(COLOR.faint)
  const small = { font: FONT.plain, sizes: [7.5, 7, 6.5, 6] }
  fit(pdf, ticket.address, { x, y: 189, width: width - 90 }, small)
  pdf.fontSize(7.5).text(ticket.price, x + width - 84, 189, { width: 84, align: 'right', lineBreak: false })
}

function drawStub(pdf: Pdf, ticket: PrintedTicket, code: string): void {
  const { x, width } = STUB
  drawQrCode(pdf, toQrMatrix(code), { x, y: 18, width })
  const y = 160
  label(pdf, 'Row / seat', `${ticket.row} / ${ticket.seat}`, { x: x + 8, y, width: 60 })
  label(pdf, 'Booking', ticket.reference, { x: x + 66, y, width: 70 })
  pdf.fillColor(COLOR.faint).font(FONT.plain).fontSize(6)
  pdf.text('Admits one, once. Keep this code to yourself.', x, 191, { width, align: 'center', lineBreak: false })
}

function drawQrCode(pdf: Pdf, { size, isDark }: QrMatrix, { x, y, width }: Box): void {
  const side = width / (size + 2 * QUIET_ZONE)
  const place = (index: number) => (index + QUIET_ZONE) * side
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (isDark(row, column)) pdf.rect(x + place(column), y + place(row), side, side)
    }
  }
  // All at once: modules that are filled one by one show seams.
  pdf.fill(COLOR.ink)
}

function label(pdf: Pdf, name: string, value: string, { x, y, width }: Box): void {
  drawName(pdf, name, { x, y, width })
  pdf.fillColor(COLOR.ink)
  fit(pdf, value, { x, y: y + 9, width }, { font: FONT.bold, sizes: [13, 12, 11, 10, 9] })
}

function big(pdf: Pdf, name: string, value: string, { x, y, width }: Box): void {
  drawName(pdf, name, { x, y, width })
  pdf.fillColor(COLOR.ink)
  fit(pdf, value, { x, y: y + 10, width }, { font: FONT.bold, sizes: [32, 26, 20, 16, 12, 9] })
}

function drawName(pdf: Pdf, name: string, { x, y, width }: Box): void {
  pdf.fillColor(COLOR.faint).font(FONT.plain).fontSize(6.5)
  pdf.text(name.toUpperCase(), x, y, { width, characterSpacing: 0.6, lineBreak: false })
}

/** Writes a text in the largest size in which it fits, on one line unless a height is given; cut short where none does. */
function fit(
  pdf: Pdf,
  text: string,
  { x, y, width }: Box,
  { font, sizes, height }: { font: string; sizes: readonly number[]; height?: number },
): void {
  pdf.font(font)
  const room = (size: number) => height ?? size * 1.3
  const fits = (size: number) => pdf.fontSize(size).heightOfString(text, { width }) <= room(size)
  const size = sizes.find(fits) ?? sizes.at(-1)!
  pdf.fontSize(size).text(text, x, y, { width, height: room(size), ellipsis: true })
}
