import { type DestinationStream, destination, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** What may hold a secret, by the name it is under: `variables` are those of an operation. */
const SECRETS = ['authorization', 'password', 'token', 'accessToken', 'refreshToken', 'secretKey', 'variables']
/** As pino writes the paths of names with a hyphen. */
const SECRET_HEADERS = ['["x-api-key"]', '*["x-api-key"]', '*.*["x-api-key"]']
/** On its own, in what is logged, and in a part of that, such as the headers of a request. */
const DEPTHS = ['', '*.', '*.*.']

/**
 * A logger that writes one JSON object a line, to standard output unless told otherwise; what could hold a secret is left out of
 * it, down to the third level of what is logged.
 */
export function createLogger(level: string, to: DestinationStream = destination(1)): Logger {
  const secrets = DEPTHS.flatMap((depth) => SECRETS.map((name) => depth + name))
  return pino({ level, redact: [...secrets, ...SECRET_HEADERS] }, to)
}
