import type { LiveRoom, Standing } from './liveRoom.js'
import type { AdmissionRequired } from './outcomes.js'
import type { WaitingRooms } from './waitingRooms.js'

/** The refusal of an account without an admission: where it stands, and what it can do. */
export async function requireAdmission(
  waitingRooms: WaitingRooms,
  room: LiveRoom,
  accountId: string,
): Promise<AdmissionRequired> {
  const standing = await waitingRooms.standingOf(room, accountId)
  const { position = null, estimatedSeconds = null } = standing ?? {}
  return { __typename: 'AdmissionRequiredError', message: explain(standing), position, estimatedSeconds }
}

function explain(standing: Standing | null): string {
  switch (standing?.status) {
    case 'WAITING':
      return standing.position === null
        ? 'You are in the waiting room: the lottery is drawn when the sale opens.'
        : `You are number ${standing.position} in the waiting room: hold seats when you are let in.`
    case 'ADMITTED':
      return 'You are let in: send the token of your admission as admissionToken.'
    case 'LAPSED':
      return 'The time of your admission is over: joinWaitingRoom gives you a new place.'
    default:
      return 'The show is behind a waiting room: joinWaitingRoom gives you a place.'
  }
}
