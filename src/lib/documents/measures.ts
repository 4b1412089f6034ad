import {
  type ArgumentNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql'

/** How much a document asks for, where a fragment counts as often as it is spread. */
export interface Measures {
  /** How deep its fields lie within each other. */
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly directives: number
  /** How many are defined. */
  readonly fragments: number
  /** The length of the longest list that it gives as an argument, or as the default of a variable. */
  readonly items: number
}

const NOTHING: Measures = { depth: 0, fields: 0, aliases: 0, directives: 0, fragments: 0, items: 0 }

/**
 * Measures all operations of a document together. Made for documents that nobody has validated: it takes a time in proportion to the
 * text, however often fragments are spread, and takes no offence at those that are missing or spread themselves, which validation finds.
 */
export function measureDocument({ definitions }: DocumentNode): Measures {
  const fragments = new Map(definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]))
  const known = new Map<string, Measures>()

  function ofFragment(name: string): Measures {
    const before = known.get(name)
    if (before !== undefined) return before
    known.set(name, NOTHING)
    const measures = ofDefinition(fragments.get(name))
    known.set(name, measures)
    return measures
  }

  function ofDefinition(definition: DefinitionNode | undefined): Measures {
    if (definition === undefined || !('selectionSet' in definition)) return NOTHING
    const variables = 'variableDefinitions' in definition ? ofVariables(definition.variableDefinitions) : NOTHING
    return [ofSelections(definition.selectionSet), ofDirectives(definition.directives)].reduce(join, variables)
  }

  function ofSelections(set: SelectionSetNode | undefined): Measures {
    return (set?.selections ?? []).map(ofSelection).reduce(join, NOTHING)
  }

  function ofSelection(selection: SelectionNode): Measures {
    const directives = ofDirectives(selection.directives)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return join(ofFragment(selection.name.value), directives)
    const below = ofSelections(selection.selectionSet)
    if (selection.kind === Kind.INLINE_FRAGMENT) return join(below, directives)
    const field = { ...NOTHING, depth: below.depth + 1, fields: 1, aliases: selection.alias === undefined ? 0 : 1 }
    return [below, directives, ofArguments(selection.arguments)].reduce(join, field)
  }

  const operations = definitions.filter((definition) => !isFragment(definition)).map(ofDefinition)
  // Validation looks at them too.
  const unused = [...fragments.keys()].filter((name) => !known.has(name)).map(ofFragment)
  return [...operations, ...unused].reduce(join, { ...NOTHING, fragments: fragments.size })
}

/** How much a value of JSON has. */
export interface ValueMeasures {
  /** Of the longest list, or the object of most fields. */
  readonly items: number
  /** How deep lists and objects lie within each other. */
  readonly depth: number
  /** Lists, objects and fields, all together. */
  readonly parts: number
}

/** Measures a value of JSON. Level by level, as it may be deeper than the stack. */
export function measureValue(value: unknown): ValueMeasures {
  let [items, depth, parts, level] = [0, 0, 0, [value].filter(isObject)]
  while (level.length > 0) {
    depth += 1
    const below: object[] = []
    for (const one of level) {
      // As it is: a copy of a long list takes longer than to look through it.
      const values: readonly unknown[] = Array.isArray(one) ? one : Object.values(one)
      items = Math.max(items, values.length)
      parts += Array.isArray(one) ? 1 : 1 + values.length
      for (const inner of values) if (isObject(inner)) below.push(inner)
    }
    level = below
  }
  return { items, depth, parts }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function ofDirectives(directives: readonly DirectiveNode[] = []): Measures {
  const given = directives.map((directive) => ofArguments(directive.arguments))
  return given.reduce(join, { ...NOTHING, directives: directives.length })
}

function ofVariables(variables: readonly VariableDefinitionNode[] = []): Measures {
  const lists = variables.map(({ defaultValue }) => (defaultValue === undefined ? 0 : longestListOf(defaultValue)))
  const directives = variables.map((variable) => ofDirectives(variable.directives))
  return directives.reduce(join, { ...NOTHING, items: Math.max(0, ...lists) })
}

function ofArguments(given: readonly ArgumentNode[] = []): Measures {
  return { ...NOTHING, items: Math.max(0, ...given.map(({ value }) => longestListOf(value))) }
}

function longestListOf(value: ValueNode): number {
  if (value.kind === Kind.OBJECT) return Math.max(0, ...value.fields.map((field) => longestListOf(field.value)))
  return value.kind === Kind.LIST ? Math.max(value.values.length, ...value.values.map(longestListOf)) : 0
}

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION
}

function join(one: Measures, other: Measures): Measures {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    fragments: Math.max(one.fragments, other.fragments),
    items: Math.max(one.items, other.items),
  }
}
