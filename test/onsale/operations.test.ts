import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { writeDocuments } from '../../onsale/operations.js'

const sdl = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')

it.each(Object.entries(writeDocuments(sdl)))('%s is what the schema takes', (_name, document) => {
  expect(validate(buildSchema(sdl), parse(document))).toEqual([])
})

it('asks each refusal that knows it when to come back', () => {
  expect(writeDocuments(sdl).hold).toContain('... on RequestInProgressError { retryAfterSeconds }')
  const later = sdl.replace('type ShowClosedError implements UserError {', '$&\n  retryAfterSeconds: Int!')
  expect(writeDocuments(later).hold).toContain('... on ShowClosedError { retryAfterSeconds }')
})
