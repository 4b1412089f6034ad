import { toIntKey } from './globalId.js'

/** The place of a row in a list by name: rows of one name are in the order of their ids. */
export interface NameKey {
  readonly name: string
  readonly id: number
}

/** The parts of a cursor as the place that they name, null when they name none. */
export function decodeNameKey([name, id, ...rest]: unknown[]): NameKey | null {
  const key = typeof id === 'number' ? toIntKey(String(id)) : null
  if (typeof name !== 'string' || name.includes('\0') || key === null || rest.length > 0) return null
  return { name, id: key }
}
