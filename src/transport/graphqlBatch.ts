import type { Turns } from '../lib/turns.js'
import { type Asker, answerOperation, type OperationServices, toAnswer } from './graphqlOperation.js'
import { readGraphqlRequest } from './graphqlRequest.js'
import { HttpError } from './httpError.js'
import { overLimit } from './pipeline/refusal.js'
import type { Answer } from './respond.js'

const HEADERS = ['content-type', 'application/json; charset=utf-8', 'cache-control', 'no-store']

/**
 * Answers several operations of one request, each on its own and as if it had come alone: the answers are in their order. Whoever sends
 * many at once gets on no faster, as each has to wait for its turn and counts for itself.
 *
 * @throws {HttpError} 400 for a list of none, and for one with something that is no operation.
 */
export async function answerBatch(
  items: readonly unknown[],
  asker: Asker,
  answering: OperationServices & { readonly turns: Turns },
): Promise<Answer> {
  const limit = answering.services.config.maxBatchOperations
  const actual = items.length
  if (actual > limit) {
    const what = 'There are too many operations in a request'
    const { status, errors } = overLimit('BATCH_LIMIT_EXCEEDED', what, { actual, limit })
    return toAnswer({ status, result: { errors } })
  }
  if (actual === 0) throw new HttpError(400, 'Send at least one operation.')
  const all = items.map((item) => readGraphqlRequest('POST', '', item))
  const answers = await Promise.all(
    all.map(async (parameters, index) => {
      // The request has waited for one already.
      if (index > 0) await answering.turns.begin(asker)
      return answerOperation(parameters, asker, answering)
    }),
  )
  return { status: 200, headers: HEADERS, body: `[${answers.map(({ body }) => String(body)).join(',')}]` }
}
