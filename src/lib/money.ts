/** An amount in minor units of its currency, such as cents. */
export interface Amount {
  readonly minor: number
  readonly currency: string
}

/** An amount as the schema shows it. */
export interface Money {
  readonly amount: string
  readonly currency: string
}

const places = new Map<string, number>()

/** An amount as a decimal string with all places of its currency: 1250 EUR is `12.50`, 1250 JPY is `1250`. */
export function toMoney({ minor, currency }: Amount): Money {
  const digits = decimalPlaces(currency)
  if (digits === 0) return { amount: String(minor), currency }
  const padded = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return { amount: `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`, currency }
}

/** Source: ISO 4217, by way of ECMA-402. */
function decimalPlaces(currency: string): number {
  let digits = places.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    places.set(currency, digits)
  }
  return digits
}

/** The minor units of a decimal string: `12.50` EUR is 1250. Null for what is no amount of the currency, or beyond 32 bits. */
export function toMinor({ amount, currency }: Money): number | null {
  const digits = decimalPlaces(currency)
  const match = /^(\d{1,10})(?:\.(\d+))?$/.exec(amount)
  if (match === null || (match[2]?.length ?? 0) > digits) return null
  const minor = Number(match[1]! + (match[2] ?? '').padEnd(digits, '0'))
  return minor <= 0x7fffffff ? minor : null
}
