import type { Action } from '../buyer.js'
import { cancel, cancelTwice, keepBooking } from './cancel.js'
import {
  confirm,
  confirmAndRelease,
  confirmAndVanish,
  confirmByTwoKeys,
  confirmDeclined,
  confirmTwice,
} from './confirm.js'
import { hold, holdAndVanish, holdByUsedKey, holdTwice } from './hold.js'
import { lookAtBooking, lookAtHold } from './look.js'
import { goAway, release } from './release.js'

/** All that buyers do. */
export const ACTIONS: readonly Action[] = [
  hold,
  holdTwice,
  holdByUsedKey,
  holdAndVanish,
  release,
  goAway,
  confirm,
  confirmDeclined,
  confirmTwice,
  confirmByTwoKeys,
  confirmAndRelease,
  confirmAndVanish,
  cancel,
  cancelTwice,
  keepBooking,
  lookAtHold,
  lookAtBooking,
]
