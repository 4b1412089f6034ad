/** Where graphile-worker has its tables; told each time, as it would look into the environment otherwise. */
export const SCHEMA = 'graphile_worker'
