import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql'

type Resolver = GraphQLFieldResolver<unknown, unknown>

const PAGE_SIZE = 'first'

/**
 * Makes pages whose size is not told no larger than pages may be: what is declared to be the size of a page is its default up to there. So
 * what is estimated, what is executed and what the schema says of itself are the same. Changes the schema, which has to be done before
 * anything is executed.
 */
export function limitPages(schema: GraphQLSchema, maxPageSize: number): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const first = field.args.find(({ name }) => name === PAGE_SIZE)
      if (first === undefined || !(Number(first.defaultValue) > maxPageSize)) continue
      first.defaultValue = maxPageSize
      field.resolve = withSize(maxPageSize, field.resolve ?? defaultFieldResolver)
    }
  }
  return schema
}

/** Null is what is left out as well. */
function withSize(first: number, resolve: Resolver): Resolver {
  return (source, args, context, info) =>
    resolve(source, args[PAGE_SIZE] == null ? { ...args, [PAGE_SIZE]: first } : args, context, info)
}
