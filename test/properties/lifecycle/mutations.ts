import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLUnionType,
  getNamedType,
  isScalarType,
} from 'graphql'

export const BOOKING = `id status expiresAt total { amount } show { id } seats { seat { id } price { amount } } transfer { email }`

const SELECTIONS: Readonly<Record<string, string>> = {
  Booking: `{ ${BOOKING} }`,
  Money: '{ amount }',
  UnavailableSeat: '{ seatId status }',
}

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'))

/** A field of Mutation that takes one input, asked for all that each member of its union tells. */
export function mutationDocument(name: string): string {
  const { type, args } = schema.getMutationType()!.getFields()[name]!
  return `mutation ($input: ${args[0]!.type}) { answer: ${name}(input: $input) { ${select(type as never)} } }`
}

export const QUOTE = `query ($bookingId: ID!, $seatIds: [ID!]) {
  answer: cancellationQuote(bookingId: $bookingId, seatIds: $seatIds) { ${select(schema.getQueryType()!.getFields().cancellationQuote!.type as never)} } }`

function select(type: unknown): string {
  const union = getNamedType(type as GraphQLUnionType) as GraphQLUnionType
  return ['__typename', ...union.getTypes().map(selectMember)].join('\n')
}

function selectMember(member: GraphQLObjectType): string {
  const fields = Object.values(member.getFields()).map(selectField)
  return `... on ${member.name} { ${['__typename', ...fields].join(' ')} }`
}

/** Of objects what is compared; messages are for people. */
function selectField({ name, type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type)
  if (name === 'message') return ''
  if (named.name in SELECTIONS) return `${name} ${SELECTIONS[named.name]}`
  return isScalarType(named) || 'getValues' in named ? name : ''
}
