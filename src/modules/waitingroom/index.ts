import type { SchemaModule } from '../core/index.js'
import { forgetPlaces } from './forgetPlaces.js'
import { resolvers } from './resolvers.js'

export type { Admission, LiveRoom, Standing } from './liveRoom.js'
export type { AdmissionRequired, OfShow } from './outcomes.js'
export { requireAdmission } from './requireAdmission.js'
export { WaitingRooms } from './waitingRooms.js'

/** Waiting rooms: who wants seats of a show that many want waits there, and is let in at a pace that the sale can bear. */
export const waitingroomModule: SchemaModule = {
  resolvers,
  tasks: { forgetPlaces: (_payload, services) => forgetPlaces(services) },
  crons: [{ task: 'forgetPlaces', match: '41 3 * * *' }],
}
