import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

export type MediaType = 'application/json' | 'application/graphql-response+json'

const OFFERED: MediaType[] = ['application/json', 'application/graphql-response+json']
/** Clients send few different headers. */
const remembered = new LRUCache<string, { readonly type: MediaType | null }>({ max: 100 })

/** The media type for an answer, by the Accept header of its request; null when the client takes none that we have. */
export function chooseMediaType(accept: string | undefined): MediaType | null {
  if (accept === undefined) return 'application/json'
  const known = remembered.get(accept)
  if (known !== undefined) return known.type
  const type = (new Negotiator({ headers: { accept } }).mediaType(OFFERED) as MediaType | undefined) ?? null
  remembered.set(accept, { type })
  return type
}
