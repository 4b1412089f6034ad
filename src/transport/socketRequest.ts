import type { Context } from '../context.js'
import type { Viewer } from '../modules/accounts/index.js'
import type { PartnerCaller } from '../modules/partners/index.js'
import type { PendingOperation } from './pendingOperation.js'
import type { PreparedOperation } from './pipeline/pipeline.js'
import type { SocketBasis } from './serveSockets.js'

/** What we know of a socket. */
export interface Extra extends SocketBasis, Record<PropertyKey, unknown> {
  viewer: Viewer | null
  partner: PartnerCaller | null
  /** What was asked for on the socket and has not ended, also where nobody waits for it any more. */
  running: Set<PendingOperation>
}

/** What a client asks for on a socket. */
export interface SocketRequest {
  readonly id: string
  readonly operation: PreparedOperation
  readonly context: Context
  readonly extra: Extra
  readonly pending: PendingOperation
}
