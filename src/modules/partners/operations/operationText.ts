import type { DocumentLimits } from '../../../lib/documents/documentLimits.js'
import type { PartnerCaller, PartnerDirectory } from '../partnerDirectory.js'
import type { AutomaticOperations } from './automaticOperations.js'
import {
  type OperationParameters,
  requestedOperationId,
  requireRegistered,
  sha256HashOf,
} from './requestedOperation.js'

/** Where the texts of operations are found. */
export interface OperationServices {
  readonly partners: PartnerDirectory
  /** Null where they are not wanted. */
  readonly automaticOperations: AutomaticOperations | null
  readonly config: Pick<DocumentLimits, 'maxQueryTokens'>
}

/**
 * The text that a request runs, null when it names none. A partner runs what is on its list and nothing else; only who is none may send
 * texts, and hashes of texts where AUTOMATIC_PERSISTED_QUERIES is on.
 *
 * @throws PERSISTED_QUERY_REQUIRED, PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_MISMATCH, BAD_USER_INPUT
 */
export async function findOperationText(
  { partners, automaticOperations, config }: OperationServices,
  caller: PartnerCaller | null,
  parameters: OperationParameters,
): Promise<string | null> {
  if (caller !== null) {
    const id = requestedOperationId(parameters)
    const text = await partners.findOperation(caller.partnerId, id)
    return requireRegistered(parameters.query, { id, text, limits: config })
  }
  const text = typeof parameters.query === 'string' && parameters.query !== '' ? parameters.query : null
  const hash = automaticOperations === null ? null : sha256HashOf(parameters.extensions)
  return typeof hash === 'string' ? automaticOperations!.take(hash, text) : text
}
