import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import type { Context } from './context.js'
import type { Role } from './generated/graphql.js'
import { authorize } from './modules/accounts/index.js'

type Field = GraphQLField<unknown, Context>
type Resolver = GraphQLFieldResolver<unknown, Context>

/**
 * Puts @auth in front of the resolvers of all fields that are declared with it, by themselves or by their type, or both: then both have
 * to let the viewer through. A subscription is asked when it begins, not at each event; where an event is executed once for many
 * watchers, nobody is signed in, and what is declared below it is refused. Changes the schema, which has to be done before anything is
 * executed.
 *
 * @throws {Error} for a field of an interface, where it would protect nothing.
 */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) refuseDeclarations(schema, Object.values(type.getFields()))
    if (!isObjectType(type)) continue
    const ofType = readRoles(schema, type)
    for (const field of Object.values(type.getFields())) {
      for (const roles of [readRoles(schema, field), ofType]) {
        if (roles !== null) guard(field, roles, { isSubscription: type === schema.getSubscriptionType() })
      }
    }
  }
  return schema
}

function guard(field: Field, roles: readonly Role[], { isSubscription }: { readonly isSubscription: boolean }): void {
  if (isSubscription) field.subscribe = behind(roles, field.subscribe ?? defaultFieldResolver)
  else field.resolve = behind(roles, field.resolve ?? defaultFieldResolver)
}

function behind(roles: readonly Role[], resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const pending = authorize(context, roles)
    return pending === null
      ? resolve(source, args, context, info)
      : pending.then(() => resolve(source, args, context, info))
  }
}

/** Whom @auth lets through, null where it is not declared. */
function readRoles(schema: GraphQLSchema, { astNode }: GraphQLObjectType | Field): readonly Role[] | null {
  const directive = schema.getDirective('auth')
  const values = directive && astNode ? getDirectiveValues(directive, astNode) : undefined
  return (values?.requires as readonly Role[] | undefined) ?? null
}

function refuseDeclarations(schema: GraphQLSchema, fields: readonly Field[]): void {
  const declared = fields.find((field) => readRoles(schema, field) !== null)
  if (declared) throw new Error(`@auth protects nothing at ${declared.name} of an interface: declare it at its types`)
}
