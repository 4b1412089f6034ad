import type { Context } from '../../context.js'
import type { Resolvers } from '../../generated/graphql.js'
import { intKeyOf } from '../../lib/globalId.js'
import { viewerOf } from '../accounts/index.js'
import { closeWaitingRoom } from './closeWaitingRoom.js'
import { joinWaitingRoom } from './joinWaitingRoom.js'
import type { Standing } from './liveRoom.js'
import { openWaitingRoom } from './openWaitingRoom.js'
import type { OfShow } from './outcomes.js'
import { paceWaitingRoom } from './paceWaitingRoom.js'
import { watchWaitingRoom } from './watchWaitingRoom.js'

const show = {
  show: ({ showId }: OfShow, _args: unknown, { loaders }: Context) => loaders.show.load(showId),
}

export const resolvers: Resolvers = {
  Query: {
    waitingRoom: (_root, { showId }, { waitingRooms }) => {
      const key = intKeyOf('Show', showId)
      return key === null ? null : waitingRooms.find(key)
    },
  },
  Mutation: {
    openWaitingRoom: (_root, { input }, context) => openWaitingRoom(context, input),
    paceWaitingRoom: (_root, { input }, context) => paceWaitingRoom(context, input),
    closeWaitingRoom: (_root, { input }, context) => closeWaitingRoom(context, input),
    joinWaitingRoom: (_root, { input }, context) => joinWaitingRoom(context, viewerOf(context), input),
  },
  Subscription: {
    waitingRoomChanged: {
      subscribe: (_root, { showId }, context) => watchWaitingRoom(context, viewerOf(context), showId),
      resolve: (standing: Standing) => standing,
    },
  },
  WaitingRoom: {
    admittedPerSecond: ({ perSecond }) => perSecond,
    waiting: (room, _args, { clock }) => room.waiting(clock.now()),
    place: (room, _args, { viewer, waitingRooms }) =>
      viewer === null ? null : waitingRooms.standingOf(room, viewer.accountId),
  },
  Admission: {
    token: (admission, _args, { waitingRooms }) => waitingRooms.sign(admission),
  },
  CloseWaitingRoomSuccess: show,
  WaitingRoomNotRequired: show,
}
