/** Runs scripts in Redis, where nothing else runs meanwhile. */
export interface RedisScripts {
  /**
   * What a script gives that has one key, KEYS[1], which belongs to this database. Rejected when Redis is not reached, and after some
   * time when it does not answer.
   */
  runScript(lua: string, key: string, values: readonly (string | number)[]): Promise<unknown>
}
