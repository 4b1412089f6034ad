import { backOff } from 'exponential-backoff'

/** serialization_failure, deadlock_detected */
const CONFLICT_STATES = new Set(['40001', '40P01'])
const CONFLICT_KINDS = new Set(['TransactionWriteConflict'])
const LOST_CODES = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'P1001',
  'P1017',
  'P2037',
])
const LOST_KINDS = new Set(['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout', 'TooManyConnections'])
const LOST_MESSAGE =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client (was closed|has encountered a connection error) and is not queryable)/
const MAX_TRIES = 12

/**
 * Whether an error says that a transaction lost against another one and would succeed when run again. One classifier for
 * all shapes: pg's error with its SQLSTATE, Prisma's P2034 from a model query, its P2010 from raw SQL, and the bare
 * DriverAdapterError that a failed COMMIT gives.
 */
export function isConflict(error: unknown): boolean {
  for (const fault of causes(error)) {
    if (fault.code === 'P2034') return true
    if (CONFLICT_STATES.has(String(fault.code)) || CONFLICT_STATES.has(String(fault.originalCode))) return true
    if (CONFLICT_KINDS.has(String(fault.kind))) return true
  }
  return false
}

/** Whether an error says that a unique index refused a row: SQLSTATE 23505, or Prisma's P2002. */
export function isUniqueViolation(error: unknown): boolean {
  return causes(error).some(
    ({ code, originalCode, kind }) =>
      code === '23505' || originalCode === '23505' || code === 'P2002' || kind === 'UniqueConstraintViolation',
  )
}

/**
 * Whether the server refused what a statement was to write: bad data, a constraint, a conflict (SQLSTATE classes 22, 23 and 40). Nothing
 * was written, and with other rows it may go well.
 */
export function isRefusedWrite(error: unknown): boolean {
  return isConflict(error) || causes(error).some(({ code }) => /^2[23]...$/.test(String(code)))
}

/** The name of the unique index that refused a row, null where it was none, or is not told: Prisma's models do not. */
export function violatedIndex(error: unknown): string | null {
  const fault = causes(error).find(({ code, constraint }) => code === '23505' && typeof constraint === 'string')
  return fault === undefined ? null : (fault.constraint as string)
}

/** Whether an error says that a text is none for Postgres, as it contains U+0000: SQLSTATE 22021. */
export function isInvalidText(error: unknown): boolean {
  return causes(error).some(({ code, originalCode }) => code === '22021' || originalCode === '22021')
}

/** Whether an error says that no connection was to be had, or that the one in use broke: whether it was done is not known. */
export function isUnavailable(error: unknown): boolean {
  return causes(error).some(
    ({ code, kind, message }) =>
      code === 'P2024' ||
      code === 'P2028' ||
      LOST_CODES.has(String(code)) ||
      LOST_KINDS.has(String(kind)) ||
      LOST_MESSAGE.test(String(message)),
  )
}

/** Thrown when a transaction lost against others as often as is allowed. Nothing was written. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
}

/**
 * Runs a transaction again for as long as it loses against others: at most 12 times, with exponential backoff and full
 * jitter, about a second in all.
 *
 * @throws {ConflictError} when all tries were lost; any other error as it comes.
 */
export async function retryConflicts<T>(work: () => Promise<T>, isLost = isConflict): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isLost(error)) throw error
  }
  try {
    // Only now, as it would cost each transaction more than its own work here.
    return await backOff(work, {
      numOfAttempts: MAX_TRIES - 1,
      delayFirstAttempt: true,
      startingDelay: 4,
      maxDelay: 250,
      jitter: 'full',
      retry: isLost,
    })
  } catch (error) {
    if (!isConflict(error)) throw error
    throw new ConflictError('the transaction lost against others too often', { cause: error })
  }
}

type Fault = Record<string, unknown>

/** The error itself and all that it wraps, however the driver, the adapter and the client wrap it. */
function causes(error: unknown): Fault[] {
  const found: Fault[] = []
  let wrapped = [error]
  while (wrapped.length > 0 && found.length < 10) {
    const faults = wrapped.filter((value): value is Fault => typeof value === 'object' && value !== null)
    found.push(...faults)
    wrapped = faults.flatMap(({ cause, meta, driverAdapterError }) => [cause, meta, driverAdapterError])
  }
  return found
}
