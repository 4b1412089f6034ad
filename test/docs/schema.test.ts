import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql'
import { describe, expect, it } from 'vitest'

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)

/** All that a type consists of, by its path in the schema. */
function* partsOf(type: GraphQLNamedType): Generator<[string, string | null | undefined]> {
  yield [type.name, type.description]
  if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description]
  if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description]
      if (!('args' in field)) continue
      for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name}:)`, arg.description]
    }
  }
}

describe('schema.graphql', () => {
  it('describes every type, field, argument and value', () => {
    const bare = types.flatMap((type) => [...partsOf(type)]).filter(([, description]) => !description)
    expect(bare.map(([path]) => path)).toEqual([])
  })

  it('says of each error and each success when it is returned', () => {
    const results = types.filter((type) => /(Error|Success)$/.test(type.name) && isObjectType(type))
    expect(results.length).toBeGreaterThan(10)
    for (const { name, description } of results) expect(`${name}: ${description}`).toMatch(/: Returned (when|to)/)
  })

  it('has a result union for each mutation, whose errors all implement UserError', () => {
    const userError = schema.getType('UserError')
    for (const field of Object.values(schema.getMutationType()!.getFields())) {
      const name = `${field.name[0]!.toUpperCase()}${field.name.slice(1)}Result`
      const union = schema.getType(name)
      expect(`${field.type}`).toBe(`${name}!`)
      if (!isUnionType(union)) throw new Error(`${name} is no union`)
      for (const member of union.getTypes().filter((type) => type.name.endsWith('Error'))) {
        expect(member.getInterfaces()).toContain(userError)
      }
    }
  })

  // Clients such as Relay keep objects by their ids alone: what names another object has a field such as seatId.
  it('has a field named id on nodes alone', () => {
    const withId = types.filter((type) => isObjectType(type) && 'id' in type.getFields()) as GraphQLObjectType[]
    const nodes = withId.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
    expect(nodes.length).toBeGreaterThan(10)
    expect(withId.map(({ name }) => name)).toEqual(nodes.map(({ name }) => name))
  })
})
