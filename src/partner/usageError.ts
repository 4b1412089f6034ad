/** Thrown when the command cannot do what it is told; the message is for who told it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

interface Outcome {
  readonly __typename: string
  readonly message?: string
}

/**
 * An outcome that has to be this one.
 *
 * @throws {UsageError} with the message of another one.
 */
export function successOf<Any extends Outcome, Name extends Any['__typename']>(
  outcome: Any,
  name: Name,
): Extract<Any, { readonly __typename: Name }> {
  if (outcome.__typename !== name) throw new UsageError(outcome.message ?? outcome.__typename)
  return outcome as Extract<Any, { readonly __typename: Name }>
}
