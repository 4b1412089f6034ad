export { ConflictError, isConflict, isInvalidText, isUniqueViolation } from './conflict.js'
export { Database, type DatabaseOptions, readIdentity, readTime, type Transaction } from './database.js'
export { migrate } from './migrate.js'
export { type Statement, statement } from './statement.js'
