/** Thrown when something has waited too long for its turn. Nothing was done. */
export class WaitedTooLongError extends Error {
  override readonly name = 'WaitedTooLongError'
}
