import { type GraphQLInputType, getNamedType, isInputObjectType, isIntrospectionType, isObjectType } from 'graphql'
import { contract } from '../kit/declaredFields.js'

/** Texts that name something as an id does. */
const NAMES_SOMETHING = /(code|key|token|reference|cursor|after|url)$/i

/**
 * All places in the contract where a client can name something: arguments and fields of inputs that are ids, or texts by which something
 * is found. Such as `Mutation.holdSeats(input.seatIds)`.
 */
export function listIdPaths(): string[] {
  const types = Object.values(contract.getTypeMap()).filter((type) => isObjectType(type) && !isIntrospectionType(type))
  return types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields()).flatMap(({ name, args }) => {
      const paths = args.flatMap((arg) => listPathsOf(arg.name, arg.type))
      return paths.map((path) => `${type.name}.${name}(${path})`)
    }),
  )
}

function listPathsOf(path: string, type: GraphQLInputType): string[] {
  const named = getNamedType(type)
  if (isInputObjectType(named)) {
    return Object.values(named.getFields()).flatMap((field) => listPathsOf(`${path}.${field.name}`, field.type))
  }
  const isName = named.name === 'ID' || (named.name === 'String' && NAMES_SOMETHING.test(path))
  return isName ? [path] : []
}
