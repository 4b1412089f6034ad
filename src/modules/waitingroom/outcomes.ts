import type { LiveRoom, Standing } from './liveRoom.js'

// What the operations of this domain answer.

type Named<Name extends string, Fields = unknown> = Fields & { readonly __typename: Name }
interface Message {
  readonly message: string
}
/** An answer that has a show, which is read when it is asked for. */
export interface OfShow {
  readonly showId: number
}

type NotFound = Named<'NotFoundError', Message>
type ShowClosed = Named<'ShowClosedError', Message & OfShow>
type WithRoom = { readonly waitingRoom: LiveRoom }

export type OpenWaitingRoomOutcome =
  | Named<'OpenWaitingRoomSuccess', WithRoom>
  | Named<'WaitingRoomExistsError', Message & WithRoom>
  | ShowClosed
  | NotFound
export type PaceWaitingRoomOutcome = Named<'PaceWaitingRoomSuccess', WithRoom> | NotFound
export type CloseWaitingRoomOutcome = Named<'CloseWaitingRoomSuccess', OfShow> | NotFound
export type JoinWaitingRoomOutcome =
  | Named<'JoinWaitingRoomSuccess', { readonly place: Standing }>
  | Named<'WaitingRoomNotRequired', OfShow>
  | Named<'ServerBusyError', Message & { readonly retryAfterSeconds: number }>
  | ShowClosed
  | NotFound

export type AdmissionRequired = Named<
  'AdmissionRequiredError',
  Message & { readonly position: number | null; readonly estimatedSeconds: number | null }
>

export const noSuchShow = { __typename: 'NotFoundError', message: 'There is no such show.' } as const
export const noSuchRoom = { __typename: 'NotFoundError', message: 'The show has no waiting room of its own.' } as const
