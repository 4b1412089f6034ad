import { getOperationAST, Kind, type OperationDefinitionNode, visit } from 'graphql'
import type { SharedEvents } from '../../lib/sharedEvents.js'
import type { Operation } from '../pipeline/executor.js'
import type { ExecutionOutcome } from '../pipeline/maskErrors.js'
import type { PreparedOperation } from '../pipeline/pipeline.js'
import { Audience } from './audience.js'

/** Who may be told the same. */
interface Likeness {
  readonly id: number
  /** The variables on which the answer depends. */
  readonly variables: readonly string[]
}

type Execute = (operation: PreparedOperation, event: unknown) => Promise<ExecutionOutcome>

/** All audiences: one for those whose operations are equal, and follow the same events. */
export class Audiences {
  readonly #execute: Execute
  readonly #byEvents = new WeakMap<SharedEvents, Map<string, Audience>>()
  readonly #likenesses = new WeakMap<OperationDefinitionNode, Likeness>()
  #lastId = 0

  constructor(execute: Execute) {
    this.#execute = execute
  }

  /** The audience of an operation. */
  find(operation: PreparedOperation, events: SharedEvents): Audience {
    const audiences = this.#byEvents.get(events) ?? new Map<string, Audience>()
    this.#byEvents.set(events, audiences)
    const key = this.#keyOf(operation)
    const known = audiences.get(key)
    if (known !== undefined) return known
    const audience = new Audience({
      events,
      execute: (event) => this.#execute(operation, event),
      onEmpty: () => audiences.delete(key),
    })
    audiences.set(key, audience)
    return audience
  }

  #keyOf(operation: PreparedOperation): string {
    const { id, variables } = this.#likenessOf(operation)
    return JSON.stringify([id, operation.tellsCost, ...variables.map((name) => operation.variables?.[name])])
  }

  #likenessOf({ document, operationName }: Operation): Likeness {
    const operation = getOperationAST(document, operationName)!
    const known = this.#likenesses.get(operation)
    if (known !== undefined) return known
    this.#lastId += 1
    const likeness = { id: this.#lastId, variables: listVariables({ document, operationName }, operation) }
    this.#likenesses.set(operation, likeness)
    return likeness
  }
}

/**
 * The variables that an operation uses, but for the arguments of the field at its root: those say which events it follows and
 * where it begins, not what is told of an event.
 */
function listVariables({ document }: Operation, { selectionSet }: OperationDefinitionNode): string[] {
  const fields = selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD)
  const excluded = new Set(fields.flatMap((field) => field.arguments ?? []))
  const names = new Set<string>()
  visit(document, {
    VariableDefinition: () => false,
    Argument: (argument) => (excluded.has(argument) ? false : undefined),
    Variable: ({ name }) => void names.add(name.value),
  })
  return [...names].toSorted()
}
