export { ConflictError, isConflict, isUniqueViolation } from './conflict.js'
export { Database, type DatabaseOptions, readTime, type Transaction } from './database.js'
export { migrate } from './migrate.js'
export { type Statement, statement } from './statement.js'
