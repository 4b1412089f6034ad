/** Bytes of JSON: to parse that many takes a good part of a millisecond, and some ask for more than is usual by their number alone. */
const LONG = 16 * 1024

/** Whether what has come is to wait behind what is as short as most of it. */
export function isLong(bytes: number): boolean {
  return bytes > LONG
}
