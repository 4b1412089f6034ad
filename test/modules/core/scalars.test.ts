import { type GraphQLScalarType, parseValue } from 'graphql'
import { describe, expect, test } from 'vitest'
import { scalars } from '../../../src/modules/core/scalars.js'

const DateTime = scalars.DateTime as GraphQLScalarType
const Day = scalars.Date as GraphQLScalarType

describe('Date', () => {
  test.each(['0001-01-01', '2024-02-29', '2026-11-21', '9999-12-31'])('takes %s', (day) => {
    expect(Day.parseValue(day)).toBe(day)
    expect(Day.parseLiteral(parseValue(`"${day}"`))).toBe(day)
    expect(Day.serialize(day)).toBe(day)
  })

  test.each(['', '2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-01', '26-01-01', '0000-01-01'])(
    'refuses "%s"',
    (text) => {
      const message = `A Date has to be a day like 2026-11-21, not ${JSON.stringify(text)}.`
      expect(() => Day.parseValue(text)).toThrow(message)
      expect(() => Day.parseLiteral(parseValue(JSON.stringify(text)))).toThrow(message)
    },
  )

  test.each(['2026-11-21T00:00:00Z', ' 2026-11-21', '2026-11-21\n', '+002026-11-21', '٢٠٢٦-11-21'])(
    'refuses %j, which is more than a day',
    (text) => {
      expect(() => Day.parseValue(text)).toThrow('A Date has to be a day like 2026-11-21')
    },
  )

  test.each([20261121, null, true, { day: 1 }])('refuses %j, which is no string', (value) => {
    expect(() => Day.parseValue(value)).toThrow('A string is needed here.')
  })

  test('refuses a literal that is no string', () => {
    expect(() => Day.parseLiteral(parseValue('20261121'))).toThrow('A string is needed here.')
  })
})

describe('DateTime', () => {
  test('becomes a string in UTC with milliseconds', () => {
    expect(DateTime.serialize(new Date('2026-11-21T20:30:00+01:00'))).toBe('2026-11-21T19:30:00.000Z')
  })

  test.each([
    ['2026-11-21T19:30:00Z', '2026-11-21T19:30:00.000Z'],
    ['2026-11-21T20:30:00.5+01:00', '2026-11-21T19:30:00.500Z'],
    ['2024-02-29T23:59:59-05:00', '2024-03-01T04:59:59.000Z'],
  ])('takes %s', (text, utc) => {
    expect(DateTime.parseValue(text)).toEqual(new Date(utc))
  })

  test.each(['2026-11-21', '2026-11-21T19:30:00', '2026-02-30T19:30:00Z', '2026-11-21T25:00:00Z', 'tomorrow'])(
    'refuses %s',
    (text) => {
      expect(() => DateTime.parseValue(text)).toThrow('A DateTime has to be like 2026-11-21T19:30:00Z')
    },
  )
})
