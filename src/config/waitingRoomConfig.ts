import { seconds, type Values, wholeNumber } from './variables.js'

/** How those are let in who wait. */
export interface WaitingRoomConfig {
  /** How many the waiting room of all shows without one of their own lets in a second. 0 where there is none. */
  readonly waitingRoomPerSecond: number
  /** How long an admission lasts. */
  readonly admissionSeconds: number
}

export const waitingRoomVariables = {
  WAITING_ROOM_PER_SECOND: wholeNumber(0, 10_000).default(0).describe('a number of people a second from 0 to 10000'),
  ADMISSION_SECONDS: seconds(600),
}

export function toWaitingRoomConfig(values: Values<typeof waitingRoomVariables>): WaitingRoomConfig {
  return { waitingRoomPerSecond: values.WAITING_ROOM_PER_SECOND, admissionSeconds: values.ADMISSION_SECONDS }
}
