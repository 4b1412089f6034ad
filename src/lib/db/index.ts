export {
  ConflictError,
  isConflict,
  isInvalidText,
  isRefusedWrite,
  isUnavailable,
  isUniqueViolation,
  violatedIndex,
} from './conflict.js'
export { Database, type DatabaseOptions, readIdentity, readTime, type Transaction } from './database.js'
export { toLikePattern } from './likePattern.js'
export { migrate, whileMigrating } from './migrate.js'
export { openPool } from './pool.js'
export { type Statement, statement } from './statement.js'
