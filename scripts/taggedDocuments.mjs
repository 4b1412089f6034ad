/**
 * A processor of ESLint: finds the operations in other files. They stand in blocks of GraphQL in Markdown, and elsewhere behind `gql`
 * or a comment that says GraphQL.
 */
const DOCUMENTS = /```graphql\n(.*?)```|(?<=[\s(])(?:gql|\/\* GraphQL \*\/ ?)`(.*?)`/gs

export const taggedDocuments = {
  meta: { name: 'tagged-documents', version: '1' },
  preprocess: (text) =>
    [...text.matchAll(DOCUMENTS)].map((match) => {
      const document = match[1] ?? match[2]
      const before = text.slice(0, match.index + match[0].indexOf(document))
      // Empty lines in front, so that a message tells the line of the whole file.
      return { filename: 'document.graphql', text: before.replace(/[^\n]/g, '') + document }
    }),
  postprocess: (messages) => messages.flat(),
}
