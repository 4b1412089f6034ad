import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { drawTicket, PAGE } from './drawTicket.js'
import { toPrintedTicket } from './printedTicket.js'
import type { TicketDetails } from './store.js'

/** A PDF with a page for each ticket, in their order. */
export async function renderPdf(
  tickets: readonly { readonly ticket: TicketDetails; readonly code: string }[],
): Promise<Buffer> {
  const info = { Title: 'Tickets', Author: 'Marquee' }
  const pdf = new PDFDocument({ autoFirstPage: false, size: [PAGE.width, PAGE.height], margin: 0, info })
  const whole = buffer(pdf)
  for (const { ticket, code } of tickets) {
    pdf.addPage()
    drawTicket(pdf, toPrintedTicket(ticket), code)
  }
  // A PDF without a page is none.
  if (tickets.length === 0) pdf.addPage()
  pdf.end()
  return whole
}
