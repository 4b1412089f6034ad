/** The URLs of a comma-separated list. A comma may also stand in a password: what begins with a scheme is the next one. */
export function splitRedisUrls(list: string): string[] {
  return list.split(/\s*,\s*(?=rediss?:\/\/)/)
}
