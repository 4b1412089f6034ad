import type { IncomingMessage } from 'node:http'
import type { Services } from '../context.js'
import { type Document, renderBookingDocument, renderTicketDocument } from '../modules/tickets/index.js'
import type { HttpHandler } from './graphqlOverHttp.js'
import { type Answer, respond } from './respond.js'
import type { Handlers } from './router.js'

type Render = (services: Services, name: string) => Promise<Document>

// The URL is the secret: no cache shares it. That no page that is linked from learns it, is so of all answers.
const PRIVATE = ['cache-control', 'private, no-store']
const PLAIN_TEXT = ['content-type', 'text/plain; charset=utf-8']
const JWKS_HEADERS = ['content-type', 'application/jwk-set+json', 'cache-control', 'public, max-age=3600']

/** Tickets at their URLs, and the public key that verifies their codes. */
export function createTicketHandlers(services: Services): Handlers {
  const jwks = { status: 200, headers: JWKS_HEADERS, body: JSON.stringify(services.ticketKeys.jwks) }
  return {
    '/tickets/': answerReads((request) => answer(services, request, renderTicketDocument)),
    '/bookings/': answerReads((request) => answer(services, request, renderBookingDocument)),
    '/.well-known/jwks.json': answerReads(async () => jwks),
  }
}

/** A handler of GET and HEAD; for HEAD, Node leaves out the body. */
function answerReads(read: (request: IncomingMessage) => Promise<Answer>): HttpHandler {
  return async (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    respond(response, isRead ? await read(request) : { status: 405, headers: ['allow', 'GET, HEAD'], body: '' })
  }
}

async function answer(services: Services, request: IncomingMessage, render: Render): Promise<Answer> {
  const name = request.url!.split('?', 1)[0]!.split('/').slice(2).join('/')
  const document = await render(services, name)
  switch (document.kind) {
    case 'found': {
      const disposition = `inline; filename="${document.fileName}"`
      const headers = ['content-type', document.mediaType, 'content-disposition', disposition]
      return { status: 200, headers: PRIVATE.concat(headers), body: document.body }
    }
    case 'void':
      return { status: 410, headers: PRIVATE.concat(PLAIN_TEXT), body: 'This ticket is void: it does not admit.\n' }
    case 'unknown':
      return { status: 404, headers: PRIVATE.concat(PLAIN_TEXT), body: 'There is no such ticket.\n' }
  }
}
