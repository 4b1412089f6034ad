import { type KeyInUse, useKey } from './keys/keyStore.js'
import { hashKey, isPartnerKey } from './keys/partnerKey.js'
import { findText } from './operations/operationStore.js'
import { namesOf } from './operations/requestedOperation.js'
import { PARTNERS_CHANGED, type PartnerServices } from './partnerServices.js'
import { ShortMemory } from './shortMemory.js'

/** The partner on whose behalf a request comes, with what its key may do and what it may use up. */
export type PartnerCaller = KeyInUse

export interface PartnerDirectoryOptions extends PartnerServices {
  /** How long what was looked up is believed by who is not told of a change. */
  readonly cacheSeconds: number
}

const MAX_KEYS = 10_000
const MAX_TEXTS = 20_000
const MAX_TEXT_BYTES = 32 * 1024 * 1024
const BYTES_OF_CHARACTER = 2

/** Who partners are and what they may send, as read some seconds ago at most. */
export class PartnerDirectory {
  readonly #options: PartnerDirectoryOptions
  readonly #callers: ShortMemory<PartnerCaller>
  readonly #texts: ShortMemory<string>
  readonly #stopListening: () => void

  constructor(options: PartnerDirectoryOptions) {
    const { clock, pubsub, cacheSeconds } = options
    const ttlMs = cacheSeconds * 1000
    this.#options = options
    this.#callers = new ShortMemory({ clock, ttlMs, maxEntries: MAX_KEYS, maxSize: 2 * MAX_KEYS, sizeOf: () => 1 })
    const sizeOf = (text: string) => text.length * BYTES_OF_CHARACTER
    this.#texts = new ShortMemory({ clock, ttlMs, maxEntries: MAX_TEXTS, maxSize: MAX_TEXT_BYTES, sizeOf })
    this.#stopListening = pubsub.subscribe(PARTNERS_CHANGED, () => this.#forget())
  }

  /** Whose key it is. Null for one that is unknown, revoked or over, and for all keys of a partner that is disabled. */
  async identify(key: string): Promise<PartnerCaller | null> {
    if (!isPartnerKey(key)) return null
    const { db, clock } = this.#options
    // By its hash, so that no key stays in memory.
    const hash = hashKey(key)
    const caller = await this.#callers.find(hash, () => useKey(db, hash, clock.now()))
    const isOver = caller?.expiresAt != null && caller.expiresAt <= clock.now()
    return isOver ? null : caller
  }

  /** The text that an id stands for in the list of a partner, null when it is not there. */
  async findOperation(partnerId: string, id: string): Promise<string | null> {
    const names = namesOf(id)
    if (names.length === 0) return null
    return this.#texts.find(`${partnerId} ${id}`, () => findText(this.#options.db, partnerId, names))
  }

  close(): void {
    this.#stopListening()
  }

  #forget(): void {
    this.#callers.forget()
    this.#texts.forget()
  }
}
