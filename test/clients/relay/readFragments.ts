import { readdirSync, readFileSync } from 'node:fs'
import { type GraphQLSchema, getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'

export interface Asked {
  /** The fields with @connection, such as `Query.shows`. */
  readonly connections: string[]
  /** The types of fragments with @refetchable. */
  readonly refetched: string[]
}

/** What the fragments of this folder ask of the schema. */
export function readFragments(schema: GraphQLSchema): Asked {
  const connections = new Set<string>()
  const refetched = new Set<string>()
  const types = new TypeInfo(schema)
  visit(
    parse(readDocuments()),
    visitWithTypeInfo(types, {
      Directive({ name }) {
        if (name.value === 'connection') connections.add(`${types.getParentType()}.${types.getFieldDef()!.name}`)
        if (name.value === 'refetchable') refetched.add(getNamedType(types.getType())!.name)
      },
    }),
  )
  return { connections: [...connections].toSorted(), refetched: [...refetched].toSorted() }
}

function readDocuments(): string {
  const folder = new URL('.', import.meta.url)
  const sources = readdirSync(folder).filter((file) => file.endsWith('.js'))
  const text = sources.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n')
  return [...text.matchAll(/graphql`(.*?)`/gs)].map(([, document]) => document).join('\n')
}
