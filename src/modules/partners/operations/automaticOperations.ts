import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { badUserInput, refusedOperation } from '../../../lib/errors.js'

const MAX_TEXTS = 10_000
const MAX_BYTES = 16 * 1024 * 1024
const BYTES_OF_CHARACTER = 2

/**
 * Texts that our own applications have sent once and then ask for by their SHA-256: https://www.apollographql.com/docs/apollo-server/performance/apq
 * It saves bytes and keeps nobody from sending anything. A server that does not know a text is sent it again.
 */
export class AutomaticOperations {
  readonly #texts = new LRUCache<string, string>({
    max: MAX_TEXTS,
    maxSize: MAX_BYTES,
    sizeCalculation: (text) => 1 + text.length * BYTES_OF_CHARACTER,
  })

  /**
   * The text for a hash: the one that comes with it, which is remembered, or the one that is remembered.
   *
   * @throws PERSISTED_QUERY_NOT_FOUND, upon which clients send the text; BAD_USER_INPUT when the hash is not that of the text.
   */
  take(hash: string, text: string | null): string {
    if (text !== null) return this.#remember(hash, text)
    const known = this.#texts.get(hash)
    if (known !== undefined) return known
    // urql goes by the message, Apollo Client by the code.
    throw refusedOperation('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
  }

  #remember(hash: string, text: string): string {
    const right = createHash('sha256').update(text).digest('hex')
    if (hash !== right) throw badUserInput('sha256Hash is not the SHA-256 of the query.')
    this.#texts.set(hash, text)
    return text
  }
}
