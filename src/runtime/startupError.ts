/** Something that a start needs is not there. The message is one line for the person who starts, with what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}
