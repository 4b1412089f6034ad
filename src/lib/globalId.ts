import { badUserInput } from './errors.js'

/** An object behind a global id: its type in the schema and its key there, such as `42`, or `42.7` for a compound key. */
export interface NodeRef {
  readonly type: string
  readonly key: string
}

/** The opaque global id of an object, as `node(id)` takes it. */
export function toGlobalId(type: string, key: string | number): string {
  return Buffer.from(`${type}:${key}`).toString('base64url')
}

/** What a global id refers to, null if it is none. Whether the object exists is for its module to say. */
export function fromGlobalId(id: string): NodeRef | null {
  const bytes = Buffer.from(id, 'base64url')
  // Of all that decodes to the same bytes, one is the id.
  if (bytes.toString('base64url') !== id) return null
  const match = /^([A-Z][A-Za-z]*):([\w.-]+)$/.exec(bytes.toString())
  if (match === null) return null
  return { type: match[1]!, key: match[2]! }
}

/** The key of an id that has to be of `type`, null if it is the id of something else, or of nothing. */
export function keyOf(type: string, id: string): string | null {
  const ref = fromGlobalId(id)
  return ref?.type === type ? ref.key : null
}

/** The integer key of an id that has to be of `type`, null if it is no such id. */
export function intKeyOf(type: string, id: string): number | null {
  return toIntKey(keyOf(type, id))
}

/** The uuid key of an id that has to be of `type`, null if it is no such id. */
export function uuidKeyOf(type: string, id: string): string | null {
  const key = keyOf(type, id)
  return key !== null && isUuid(key) ? key : null
}

/** Whether a key is a uuid as Postgres prints it. */
export function isUuid(key: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)
}

/** A key as the 32-bit integer that it is, null if it is none. */
export function toIntKey(key: string | null | undefined): number | null {
  if (key == null || !/^[1-9]\d{0,9}$/.test(key)) return null
  const int = Number(key)
  return int <= 0x7fffffff ? int : null
}

/**
 * The integer key of an id in a filter, where anything else is a mistake of the client.
 *
 * @throws BAD_USER_INPUT
 */
export function requireIntKey(type: string, id: string): number {
  const key = intKeyOf(type, id)
  if (key === null) throw badUserInput(`${JSON.stringify(id)} is not the id of a ${type}.`)
  return key
}
