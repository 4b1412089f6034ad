import { z } from 'zod'
import type { PartnerOperation } from '../store.js'

export type OperationType = PartnerOperation['type']

/** An operation as a manifest tells it. What it does not tell is null. */
export interface ManifestEntry {
  readonly id: string
  readonly text: string
  readonly name: string | null
  readonly type: OperationType | null
}

export type ReadManifest = { readonly entries: ManifestEntry[] } | { readonly problem: string }

const MAX_ENTRIES = 2_000
const APOLLO_FORMAT = 'apollo-persisted-query-manifest'
const UNDERSTOOD =
  "A manifest is what Apollo's generate-persisted-query-manifest, Relay's compiler (persistConfig) or the client preset of GraphQL Code Generator (persistedDocuments) writes."

/** https://www.apollographql.com/docs/graphos/platform/security/persisted-queries#manifest-format */
const apolloManifest = z.object({
  format: z.literal(APOLLO_FORMAT),
  version: z.number(),
  operations: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullish(),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string(),
    }),
  ),
})

/** Ids and texts, as Relay's compiler and the client preset write them. */
const textsById = z.record(z.string(), z.string())

const ID = /^[\x21-\x7e]{1,256}$/

/** The operations of a manifest, with the ids that its tool has made; or why it is none. */
export function readManifest(json: string): ReadManifest {
  const read = readEntries(json)
  if ('problem' in read) return read
  const { entries } = read
  if (entries.length === 0) return { problem: 'The manifest has no operation.' }
  if (entries.length > MAX_ENTRIES)
    return { problem: `The manifest has more than ${MAX_ENTRIES} operations: split it.` }
  const seen = new Set<string>()
  for (const { id } of entries) {
    if (!ID.test(id)) return { problem: `${show(id)} is no id: it has 1 to 256 visible ASCII characters.` }
    if (seen.has(id)) return { problem: `The manifest has the id ${id} twice.` }
    seen.add(id)
  }
  return read
}

function readEntries(json: string): ReadManifest {
  const value = parse(json)
  if (value === undefined) return { problem: `The manifest is not JSON. ${UNDERSTOOD}` }
  const apollo = apolloManifest.safeParse(value)
  if (apollo.success) {
    const { version, operations } = apollo.data
    if (version !== 1) return { problem: `The manifest has the version ${version}, and 1 alone is understood.` }
    return { entries: operations.map(toEntry) }
  }
  const texts = textsById.safeParse(value)
  if (!texts.success || texts.data.format === APOLLO_FORMAT) return { problem: UNDERSTOOD }
  return { entries: Object.entries(texts.data).map(([id, text]) => ({ id, text, name: null, type: null })) }
}

function toEntry({ id, body, name, type }: z.infer<typeof apolloManifest>['operations'][number]): ManifestEntry {
  return { id, text: body, name: name ?? null, type: type.toUpperCase() as OperationType }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function show(id: string): string {
  return JSON.stringify(id.slice(0, 80))
}
