import { type GraphQLField, type GraphQLObjectType, getDirectiveValues } from 'graphql'
import type { Role } from '../../../generated/graphql.js'
import type { Schema } from './operationSchema.js'

type Roles = readonly string[]
type Field = GraphQLField<unknown, unknown>
/** What @auth can be declared of. */
export type Guarded = GraphQLObjectType | Field

/** What every account is: whoever had some role is let through where this one is enough. */
const OF_EVERY_ACCOUNT: Role = 'CUSTOMER'

/** The roles of which @auth requires one, null where it is not declared. */
export function readRoles(schema: Schema, { astNode }: Guarded): Roles | null {
  const directive = schema.getDirective('auth')
  const values = directive && astNode ? getDirectiveValues(directive, astNode) : undefined
  return (values?.requires as Roles | undefined) ?? null
}

/** All that @auth requires of who asks for a field: by itself, and by its type. */
export function rolesFor(schema: Schema, { owner, field }: { owner: GraphQLObjectType; field: Field }): Roles[] {
  return [readRoles(schema, field), readRoles(schema, owner)].filter((roles) => roles !== null)
}

/** For whom a field is that others could ask for before. `name` is that of the field with its owner. */
export function compareRoles(name: string, before: readonly Roles[], after: readonly Roles[]): string[] {
  const stricter = after.filter((roles) => !before.some((earlier) => isEnough(earlier, roles)))
  const was = before.length === 0 ? 'for everybody' : before.map(tell).join(', and ')
  return stricter.map((roles) => `${name} is ${tell(roles)} alone now, and was ${was}.`)
}

/** Whether each role of the one list is let through by the other. */
function isEnough(roles: Roles, required: Roles): boolean {
  return required.includes(OF_EVERY_ACCOUNT) || roles.every((role) => required.includes(role))
}

function tell(roles: Roles): string {
  return `for ${roles.join(' and ')}`
}
