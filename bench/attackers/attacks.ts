import type { Attack } from './attack.js'
import { listFloods } from './floods.js'
import { listTexts } from './texts.js'

/** All attacks, each under a name of its own. */
export function listAttacks(): Attack[] {
  return [...listTexts(), ...listFloods()]
}
