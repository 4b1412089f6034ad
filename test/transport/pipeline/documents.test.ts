import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { Documents } from '../../../src/transport/pipeline/documents.js'

const schema = buildSchema('type Query { a: Int }')
const open = () => new Documents({ schema, limits: readConfig({}), suggests: true })
const commented = (length: number, name: string) => `#${'x'.repeat(length)}\nquery ${name} { a }`

describe('documents', () => {
  it('are parsed once, whatever is wrong with them', () => {
    const documents = open()
    for (const text of ['{ a }', '{ b }', '{ a']) expect(documents.read(text)).toBe(documents.read(text))
  })

  it('are remembered up to a number', () => {
    const documents = open()
    const first = documents.read('query q { a }')
    for (let index = 0; index < 1_000; index++) documents.read(`query q${index} { a }`)
    expect(documents.read('query q { a }')).not.toBe(first)
  })

  it('are remembered up to a size, so that large ones cannot fill the memory', () => {
    const documents = open()
    const first = documents.read(commented(1_000_000, 'q'))
    for (let index = 0; index < 40; index++) documents.read(commented(1_000_000, `q${index}`))
    expect(documents.read(commented(1_000_000, 'q'))).not.toBe(first)
  })
})
