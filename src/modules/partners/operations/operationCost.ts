import type { DocumentNode, OperationDefinitionNode, VariableDefinitionNode } from 'graphql'
import { Costs } from '../../../lib/documents/costs.js'
import type { Schema } from './operationSchema.js'

/** What a request may ask for. */
export interface CostLimits {
  readonly maxPageSize: number
  readonly maxQueryCost: number
}

/** Why a valid operation would be refused with the defaults of its variables, and with the least for those that have none. */
export function findCostly(schema: Schema, document: DocumentNode, limits: CostLimits): string[] {
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition') as OperationDefinitionNode
  const { cost, largestPage } = new Costs(schema).estimate(document, operation, leastOf(operation))
  const { maxPageSize, maxQueryCost } = limits
  const page = largestPage > maxPageSize ? [`A page is too large: at most ${maxPageSize}, and not ${largestPage}.`] : []
  const whole = cost > maxQueryCost ? [`It costs too much: at most ${maxQueryCost}, and not ${cost}.`] : []
  return [...page, ...whole]
}

/** The least sizes that its variables may tell. */
function leastOf({ variableDefinitions = [] }: OperationDefinitionNode): Readonly<Record<string, unknown>> {
  const open = variableDefinitions.filter(({ defaultValue }) => defaultValue === undefined)
  return Object.fromEntries(open.map((definition) => [definition.variable.name.value, leastValueOf(definition)]))
}

function leastValueOf({ type }: VariableDefinitionNode): unknown {
  const given = type.kind === 'NonNullType' ? type.type : type
  if (given.kind === 'ListType') return []
  return given.name.value === 'Int' ? 1 : undefined
}
