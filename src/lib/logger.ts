import { type DestinationStream, destination, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** What may hold a secret, by the name it is under: `variables` are those of an operation. */
const SECRETS = ['authorization', 'password', 'token', 'accessToken', 'refreshToken', 'secretKey', 'variables']
/** On its own, in what is logged, and in a part of that, such as the headers of a request. */
const DEPTHS = ['', '*.', '*.*.']

/**
 * A logger that writes one JSON object a line, to standard output unless told otherwise; what could hold a secret is left out of
 * it, down to the third level of what is logged.
 */
export function createLogger(level: string, to: DestinationStream = destination(1)): Logger {
  return pino({ level, redact: DEPTHS.flatMap((depth) => SECRETS.map((name) => depth + name)) }, to)
}
