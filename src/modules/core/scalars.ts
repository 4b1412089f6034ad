import { GraphQLScalarType, Kind } from 'graphql'
import type { Resolvers } from '../../generated/graphql.js'
import { isCalendarDay } from '../../lib/calendarDay.js'
import { badUserInput } from '../../lib/errors.js'

/** The resolvers of the custom scalars: dates become ISO strings in UTC, the others are strings on both sides. */
export const scalars: Pick<Resolvers, 'DateTime' | 'Date' | 'TimeZone' | 'Currency' | 'Decimal'> = {
  DateTime: createScalar('DateTime', parseDateTime, (value) => (value as Date).toISOString()),
  Date: createScalar('Date', parseDay),
  TimeZone: createScalar('TimeZone', requireString),
  Currency: createScalar('Currency', requireString),
  Decimal: createScalar('Decimal', requireString),
}

type Convert = (value: unknown) => unknown

function createScalar(name: string, parseValue: Convert, serialize: Convert = String): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize,
    parseValue,
    parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
  })
}

function parseDateTime(value: unknown): Date {
  const text = requireString(value)
  const date = new Date(text)
  const isRfc3339 = /^(.{10})T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && isCalendarDay(text.slice(0, 10))
  if (!isRfc3339 || Number.isNaN(date.getTime())) {
    throw badUserInput(`A DateTime has to be like 2026-11-21T19:30:00Z, not ${JSON.stringify(text)}.`)
  }
  return date
}

function parseDay(value: unknown): string {
  const text = requireString(value)
  if (!isCalendarDay(text)) throw badUserInput(`A Date has to be a day like 2026-11-21, not ${JSON.stringify(text)}.`)
  return text
}

function requireString(value: unknown): string {
  if (typeof value !== 'string') throw badUserInput('A string is needed here.')
  return value
}
