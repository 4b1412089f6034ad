import pg from 'pg'
import type { Statement } from './statement.js'

/** Of what a statement gives: how pg makes a value of the text that Postgres sends. */
interface Column {
  readonly name: string
  readonly parse: (text: string) => unknown
}

interface RowDescription {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
}

interface DataRow {
  readonly fields: readonly (string | null)[]
}

/** As it goes to Postgres. */
type Sent = string | Buffer | null

type Callback<Row> = (error: Error | null, rows?: Row[]) => void

// What @types/pg does not know: https://github.com/brianc/node-postgres/blob/master/packages/pg/lib/utils.js
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): Sent } }).utils

/** What is described on a connection: the columns of each statement by its name. */
type Described = Map<string, readonly Column[]>

/** Runs statements that each connection prepares once, and has described once. */
export class PreparedStatements {
  readonly #described = new WeakMap<pg.Client, Described>()

  /**
   * The rows of a statement. Not for COPY.
   *
   * @throws {pg.DatabaseError} when the server refuses it; any other error means that the outcome is unknown, or that a value is none for Postgres.
   */
  run<Row>(client: pg.Client, { name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
    const described: Described = this.#described.get(client) ?? new Map()
    this.#described.set(client, described)
    return new Promise((resolve, reject) => {
      const sent = values.map((value) => prepareValue(value))
      const settle = (error: Error | null, rows?: Row[]) => (error === null ? resolve(rows!) : reject(error))
      client.query(new PreparedQuery({ name, text, values: sent, described }, settle))
    })
  }
}

interface Run extends Statement {
  readonly values: Sent[]
  readonly described: Described
}

/**
 * One run of a statement, in the place of pg's own Query, which has the rows described each time:
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY, docs/adr/0027
 */
class PreparedQuery<Row> implements pg.Submittable {
  readonly name: string
  readonly text: string
  /** Called once: by us, or by pg, which puts another one in its place when it has waited too long. */
  callback: Callback<Row>
  readonly #values: Sent[]
  readonly #described: Described
  readonly #rows: Row[] = []
  #fault: Error | null = null

  constructor({ name, text, values, described }: Run, callback: Callback<Row>) {
    this.name = name
    this.text = text
    this.callback = callback
    this.#values = values
    this.#described = described
  }

  submit(connection: pg.Connection): void {
    const isDescribed = this.#described.has(this.name)
    connection.stream.cork()
    if (!isDescribed) this.#prepare(connection)
    connection.bind({ statement: this.name, values: this.#values }, true)
    if (!isDescribed) connection.describe({ type: 'P', name: '' }, true)
    connection.execute({}, true)
    connection.sync()
    connection.stream.uncork()
  }

  handleRowDescription({ fields }: RowDescription): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: pg.types.getTypeParser(dataTypeID) }))
    this.#described.set(this.name, columns)
  }

  handleDataRow({ fields }: DataRow): void {
    try {
      this.#rows.push(this.#toRow(fields))
    } catch (error) {
      this.#fault = error as Error
    }
  }

  handleCommandComplete(): void {
    // It gives no rows.
    if (!this.#described.has(this.name)) this.#described.set(this.name, [])
  }

  handleReadyForQuery(): void {
    this.callback(this.#fault, this.#rows)
  }

  handleError(error: Error): void {
    this.callback(error)
  }

  /** Anew where a run before this one has failed between its being prepared and its being described. */
  #prepare(connection: pg.Connection): void {
    connection.close({ type: 'S', name: this.name }, true)
    connection.parse({ name: this.name, text: this.text, types: [] }, true)
  }

  #toRow(fields: DataRow['fields']): Row {
    const row: Record<string, unknown> = {}
    for (const [index, { name, parse }] of this.#described.get(this.name)!.entries()) {
      const text = fields[index]!
      row[name] = text === null ? null : parse(text)
    }
    return row as Row
  }
}
