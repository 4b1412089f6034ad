const [QUOTE, BACKSLASH] = Buffer.from('"\\')
const [ARRAY, OBJECT, FIELD] = Buffer.from('[{:')

/** How many arrays, objects and fields a JSON text has: a measure of what it takes to parse, at a fraction of that. */
export function countParts(json: Buffer): number {
  let count = 0
  let isInText = false
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]
    if (byte === QUOTE) isInText = !isInText
    else if (!isInText) count += byte === ARRAY || byte === OBJECT || byte === FIELD ? 1 : 0
    else if (byte === BACKSLASH) at += 1
  }
  return count
}
