import { isUuid, toGlobalId } from '../../../lib/globalId.js'
import type { PartnerOperation } from '../store.js'

/** The global id of an operation. Its id may have any characters, so it goes in as base64url. */
export function toOperationNodeId({ partnerId, id }: Pick<PartnerOperation, 'partnerId' | 'id'>): string {
  return toGlobalId('PartnerOperation', `${partnerId}.${Buffer.from(id).toString('base64url')}`)
}

/** Which operation the key of a global id is of, null if it is none. */
export function parseOperationKey(key: string): Pick<PartnerOperation, 'partnerId' | 'id'> | null {
  const [partnerId = '', id = ''] = key.split('.')
  return isUuid(partnerId) && id !== '' ? { partnerId, id: Buffer.from(id, 'base64url').toString() } : null
}
