import { type ASTVisitor, GraphQLError, Kind, type SelectionNode, type ValidationContext } from 'graphql'

/**
 * A subscription has its field whatever its variables are: nothing at its root is skipped or included. graphql-js knows that of its
 * execution and not of its validation: https://spec.graphql.org/September2025/#sec-Single-Root-Field
 */
export function rootFieldAlways(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition({ operation, selectionSet }) {
      if (operation !== 'subscription') return
      for (const node of listRoot(selectionSet.selections, context)) {
        const isConditional = node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')
        if (!isConditional) continue
        const message = 'At the root of a subscription nothing can be skipped or included.'
        context.reportError(new GraphQLError(message, { nodes: node }))
      }
    },
  }
}

/** What is selected at the root, with what fragments bring to it. */
function listRoot(
  selections: readonly SelectionNode[],
  context: ValidationContext,
  seen = new Set<string>(),
): SelectionNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node]
    if (node.kind === Kind.INLINE_FRAGMENT) return [node, ...listRoot(node.selectionSet.selections, context, seen)]
    if (seen.has(node.name.value)) return [node]
    seen.add(node.name.value)
    const spread = context.getFragment(node.name.value)?.selectionSet.selections ?? []
    return [node, ...listRoot(spread, context, seen)]
  })
}
