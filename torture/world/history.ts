import type pg from 'pg'

const TABLES = [
  'show_seat',
  'booking',
  'booked_seat',
  'ticket',
  'booking_transfer',
  'payment',
  'refund',
  'sandbox_payment',
]

/**
 * Lets Postgres write down each change of what the checker looks at, by triggers that the system under test knows nothing of:
 * what was true at any time can be told afterwards, whatever the code did.
 */
export async function keepHistory(pool: pg.Pool): Promise<void> {
  await pool.query(`
    CREATE SCHEMA torture;
    CREATE TABLE torture.history (
      id BIGSERIAL PRIMARY KEY,
      at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
      xid XID8 NOT NULL DEFAULT pg_current_xact_id(),
      entity TEXT NOT NULL,
      before JSONB,
      after JSONB
    );
    CREATE FUNCTION torture.write_history() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO torture.history (entity, before, after) VALUES (TG_TABLE_NAME, to_jsonb(OLD), to_jsonb(NEW));
      RETURN NULL;
    END $$;
    ${TABLES.map(toTrigger).join('\n')}`)
}

function toTrigger(table: string): string {
  // New shows bring their seats: nothing has happened to them.
  const events = table === 'show_seat' ? 'UPDATE OR DELETE' : 'INSERT OR UPDATE OR DELETE'
  return `CREATE TRIGGER torture AFTER ${events} ON ${table} FOR EACH ROW EXECUTE FUNCTION torture.write_history();`
}
