/** A request that is refused before GraphQL sees it. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  constructor(
    readonly status: number,
    message: string,
    /** Names and values in turn. */
    readonly headers: readonly string[] = [],
    readonly code: string = 'BAD_REQUEST',
  ) {
    super(message)
  }
}
