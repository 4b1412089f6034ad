import type { IncomingMessage } from 'node:http'
import type { Services } from '../context.js'
import { BadSignatureError, readStripeEvent, takeEvent } from '../modules/payments/index.js'
import type { HttpHandler } from './graphqlOverHttp.js'
import { HttpError } from './httpError.js'
import { readBody } from './readBody.js'
import { respond } from './respond.js'

/**
 * Takes the events that Stripe sends: https://docs.stripe.com/webhooks. It is answered once an event is written down, and the
 * work that follows from it is done by a job. An answer other than 2xx makes Stripe send the event again.
 */
export function createStripeWebhook(services: Services, secret: string): HttpHandler {
  return async (request, response) => {
    const { status, text } = await take(services, request, secret).catch((error: unknown) => {
      if (!(error instanceof HttpError)) throw error
      return { status: error.status, text: error.message }
    })
    respond(response, { status, headers: ['content-type', 'text/plain; charset=utf-8'], body: `${text}\n` })
  }
}

async function take(
  services: Services,
  request: IncomingMessage,
  secret: string,
): Promise<{ status: number; text: string }> {
  if (request.method !== 'POST') throw new HttpError(405, 'Events come by POST.')
  const body = await readBody(request, services.config.maxBodyBytes)
  const event = await readEvent(body, request.headers['stripe-signature'], secret)
  if (event !== null) await takeEvent(services, event)
  return { status: 200, text: 'taken' }
}

async function readEvent(body: Buffer, signature: string | string[] | undefined, secret: string) {
  try {
    return await readStripeEvent(body, String(signature ?? ''), secret)
  } catch (error) {
    if (!(error instanceof BadSignatureError)) throw error
    throw new HttpError(400, 'The signature of the event does not hold.')
  }
}
