/** A named SQL statement: pg prepares it once a connection under its name, and the server's logs and views show the name. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** A statement by its name, `module.verb`, and its SQL with $1, $2, … */
export function statement(name: string, sql: string): Statement {
  return { name, text: `/* ${name} */ ${sql}` }
}
