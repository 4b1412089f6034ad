import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Services } from '../context.js'
import { toMoney } from '../lib/money.js'
import {
  decideSandboxAction,
  findSandboxAction,
  SANDBOX_ACTIONS_PATH,
  type SandboxAction,
} from '../modules/payments/index.js'
import type { HttpHandler } from './graphqlOverHttp.js'
import { HttpError } from './httpError.js'
import { type Page, respondWithPage } from './page.js'
import { readBody } from './readBody.js'

/** The page where the buyer of a payment of the sandbox approves or declines it, as at a bank. */
export function createSandboxActions(services: Services): HttpHandler {
  return async (request, response) => {
    try {
      await answer(services, request, response)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      respondWithPage(response, error.status, { title: 'This did not work', text: error.message })
    }
  }
}

async function answer(services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reference = request.url!.split('?', 1)[0]!.slice(SANDBOX_ACTIONS_PATH.length)
  const isDecision = request.method === 'POST'
  const isTaken =
    !isDecision ||
    (await decideSandboxAction(services, reference, await readDecision(request, services.config.maxBodyBytes)))
  const action = await findSandboxAction(services, reference)
  if (action === null) throw new HttpError(404, 'There is no such payment.')
  respondWithPage(response, isTaken ? 200 : 409, toPage(action))
}

async function readDecision(request: IncomingMessage, maxBytes: number): Promise<boolean> {
  const decision = new URLSearchParams((await readBody(request, maxBytes)).toString('utf8')).get('decision')
  if (decision === 'approve' || decision === 'decline') return decision === 'approve'
  throw new HttpError(400, 'Send "decision=approve" or "decision=decline".')
}

function toPage({ status, amount, currency }: SandboxAction): Page {
  const money = toMoney({ minor: amount, currency })
  const price = `${money.amount} ${money.currency}`
  if (status !== 'ACTION_REQUIRED') return { title: DECIDED[status], text: `${price}. You can close this page.` }
  const buttons = { approve: 'Approve', decline: 'Decline' }
  return { title: `Pay ${price}?`, text: 'This is the sandbox: no money moves.', buttons }
}

const DECIDED = {
  AUTHORIZED: 'The payment is approved',
  CAPTURED: 'The payment is approved',
  DECLINED: 'The payment is declined',
  VOIDED: 'The payment was given up',
} as const
