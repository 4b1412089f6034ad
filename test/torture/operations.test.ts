import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { DOCUMENTS, WATCH } from '../../torture/buyers/operations.js'

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

it.each(Object.entries({ ...DOCUMENTS, WATCH }))('%s is what the schema takes', (_name, document) => {
  expect(validate(schema, parse(document))).toEqual([])
})
