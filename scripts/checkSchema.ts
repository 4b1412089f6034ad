import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'

// Refuses a schema.graphql that breaks clients of the one before. `npm run schema:check [revision]` compares with that revision;
// otherwise with origin/main, and where that is this very commit, with the schema before its last change.

const FILE = 'schema.graphql'

/** Breaks that were decided on before the first release, as nothing else would mend what they do: each with its decision. */
const ADMITTED: ReadonlyMap<string, string> = new Map(
  ['SeatPlace', 'UnavailableSeat'].map((type) => [
    `Field 'id' was removed from object type '${type}'`,
    'docs/adr/0022',
  ]),
)

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

function tryGit(...args: string[]): string | null {
  try {
    return git(...args)
  } catch {
    return null
  }
}

/** The revision to compare with, null when there is no schema before this one. */
function findBase(): string | null {
  const [asked] = process.argv.slice(2)
  if (asked !== undefined) return git('rev-parse', asked)
  const main = tryGit('rev-parse', '--verify', 'origin/main')
  const lastChange = tryGit('rev-list', '-1', 'HEAD', '--', FILE)
  const base =
    main !== null && main !== git('rev-parse', 'HEAD') ? main : lastChange && tryGit('rev-parse', `${lastChange}^`)
  return base && tryGit('cat-file', '-e', `${base}:${FILE}`) !== null ? base : null
}

const base = findBase()
if (base === null) {
  console.log(`There is no ${FILE} before this one to compare with.`)
} else {
  const changes = await diff(buildSchema(git('show', `${base}:${FILE}`)), buildSchema(readFileSync(FILE, 'utf8')))
  const breaks = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
  const breaking = breaks.filter(({ message }) => !ADMITTED.has(message))
  for (const { message } of breaks)
    console.error(`breaks clients: ${message}, ${ADMITTED.get(message) ?? 'and may not'}`)
  console.log(`${FILE} against ${base.slice(0, 12)}: ${changes.length} changes, ${breaking.length} of them breaking.`)
  if (breaking.length > 0) {
    console.error('Deprecate instead, with @deprecated(reason:), and remove in a later release: see CONTRIBUTING.md.')
    process.exitCode = 1
  }
}
