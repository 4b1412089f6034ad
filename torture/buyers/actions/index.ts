import type { Action } from '../buyer.js'
import { cancel, cancelThisAndThat, cancelTwice, keepBooking } from './cancel.js'
import { extend, goAway, release, releaseSome, swap } from './change.js'
import {
  confirm,
  confirmAndChange,
  confirmAndVanish,
  confirmByApproval,
  confirmByTwoKeys,
  confirmDeclined,
  confirmInParts,
  confirmTwice,
} from './confirm.js'
import { exchange, exchangeAndCancel, exchangeAndVanish, exchangeTwice } from './exchange.js'
import { hold, holdAndVanish, holdByUsedKey, holdTwice } from './hold.js'
import { lookAtBooking, lookAtHold } from './look.js'
import { accept, transfer, withdraw } from './transfer.js'

/** All that buyers do. */
export const ACTIONS: readonly Action[] = [
  hold,
  holdTwice,
  holdByUsedKey,
  holdAndVanish,
  release,
  releaseSome,
  extend,
  swap,
  goAway,
  confirm,
  confirmDeclined,
  confirmTwice,
  confirmByTwoKeys,
  confirmInParts,
  confirmByApproval,
  confirmAndChange,
  confirmAndVanish,
  cancel,
  cancelTwice,
  cancelThisAndThat,
  keepBooking,
  exchange,
  exchangeTwice,
  exchangeAndCancel,
  exchangeAndVanish,
  transfer,
  withdraw,
  accept,
  lookAtHold,
  lookAtBooking,
]
