import { type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** A logger that writes one JSON object a line to standard output; what could hold a secret is left out of it. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    redact: ['authorization', '*.authorization', '*.password', '*.token', '*.accessToken', 'variables', '*.variables'],
  })
}
