import { runMigrations } from 'graphile-worker'
import type { TestServer } from './server.js'

export interface EnqueuedJob {
  readonly task: string
  readonly payload: unknown
}

/** Notes all jobs that are enqueued from now on, also those that a worker takes at once, but for those that come by the clock. */
export async function recordJobs({ databaseUrl, seed }: TestServer): Promise<{ list(): Promise<EnqueuedJob[]> }> {
  await runMigrations({ connectionString: databaseUrl })
  await seed.sql('CREATE TABLE enqueued_job (id bigint PRIMARY KEY, task text NOT NULL, payload json NOT NULL)')
  await seed.sql(`
    CREATE FUNCTION note_job() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO public.enqueued_job SELECT NEW.id, identifier, NEW.payload
      FROM graphile_worker._private_tasks AS tasks WHERE tasks.id = NEW.task_id AND NEW.payload -> '_cron' IS NULL;
      RETURN NULL;
    END $$`)
  await seed.sql(
    'CREATE TRIGGER note_job AFTER INSERT ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION note_job()',
  )
  return { list: () => seed.sql('SELECT task, payload FROM enqueued_job ORDER BY id') as Promise<EnqueuedJob[]> }
}
