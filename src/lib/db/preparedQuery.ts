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

/** What the statements that a connection has prepared give, by their names. */
const prepared = new WeakMap<pg.Connection, Map<string, readonly Column[]>>()

/**
 * One run of a statement that a connection prepares once, in the place of pg's own Query, which has the rows described each time:
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY, docs/adr/0027. Not for COPY.
 */
export class PreparedQuery<Row> implements pg.Submittable {
  readonly name: string
  readonly text: string
  /** Called once. By pg, too, and changed by it where it is impatient. */
  callback: Callback<Row>
  readonly #values: Sent[]
  readonly #rows: Row[] = []
  #columns: readonly Column[] | undefined
  #connection: pg.Connection | undefined
  #fault: Error | null = null

  /** @throws {Error} for values that are none for Postgres. */
  constructor({ name, text }: Statement, values: readonly unknown[], callback: Callback<Row>) {
    this.name = name
    this.text = text
    this.callback = callback
    this.#values = values.map((value) => prepareValue(value))
  }

  submit(connection: pg.Connection): void {
    this.#connection = connection
    this.#columns = prepared.get(connection)?.get(this.name)
    const isPrepared = this.#columns !== undefined
    connection.stream.cork()
    if (!isPrepared) this.#prepare(connection)
    connection.bind({ statement: this.name, values: this.#values }, true)
    if (!isPrepared) connection.describe({ type: 'P', name: '' }, true)
    connection.execute({}, true)
    connection.sync()
    connection.stream.uncork()
  }

  handleRowDescription({ fields }: RowDescription): void {
    this.#keep(fields.map(({ name, dataTypeID }) => ({ name, parse: pg.types.getTypeParser(dataTypeID) })))
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
    if (this.#columns === undefined) this.#keep([])
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

  #keep(columns: readonly Column[]): void {
    const connection = this.#connection!
    const known = prepared.get(connection) ?? new Map()
    prepared.set(connection, known.set(this.name, columns))
    this.#columns = columns
  }

  #toRow(fields: DataRow['fields']): Row {
    const row: Record<string, unknown> = {}
    for (const [index, { name, parse }] of this.#columns!.entries()) {
      const text = fields[index]!
      row[name] = text === null ? null : parse(text)
    }
    return row as Row
  }
}
