import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused } from '../kit/books.js'
import type { Client, Variables } from '../kit/client.js'
import { startServer } from '../kit/server.js'
import { listIdPaths } from './idPaths.js'
import { OPEN_PATHS, ownersRequests, PROBES } from './probes.js'
import { pairOf, type Story, tellStory } from './story.js'

let story: Story
let ownersAnswers: Answer[]

beforeAll(async () => {
  const server = await startServer({ config: { workJobs: false } })
  story = await tellStory(server)
  ownersAnswers = await askAsOwner()
})
afterAll(() => story.server.close())

interface Answer {
  readonly status: number
  readonly data: unknown
  readonly errors: unknown
}

async function ask(client: Client, { query, variables }: { query: string; variables: Variables }): Promise<Answer> {
  const { status, data, errors } = await client.send(query, variables)
  return { status, data, errors }
}

async function askAsOwner(): Promise<Answer[]> {
  const answers = []
  for (const request of ownersRequests(story)) answers.push(await ask(story.owner, request))
  return answers
}

/** The same for two ids where the answer tells nothing but what was asked. */
function withoutId(answer: Answer, id: string): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll(id, 'the id'))
}

describe('the table', () => {
  it('has each place in the schema where a client names something', () => {
    expect([...Object.keys(PROBES), ...OPEN_PATHS].toSorted()).toEqual(listIdPaths().toSorted())
  })
})

const cases = Object.entries(PROBES).flatMap(([path, probe]) => probe.kinds.map((kind) => [path, kind, probe] as const))

describe("what is another's is what does not exist", () => {
  it.each(cases)('%s, %s', async (path, kind, { ask: make, nothing, viewers }) => {
    const operation = path.replace(/^.*\.(\w+)\(.*$/, '$1')
    await refused(story.server, story.show, async () => {
      for (const name of viewers) {
        const { theirs, nobodys } = await pairOf(kind, story, operation)
        const answer = await ask(story.viewers[name], make(theirs, story))
        const toNothing = await ask(story.viewers[name], make(nobodys, story))
        expect(withoutId(answer, theirs), name).toEqual(withoutId(toNothing, nobodys))
        if (name !== 'stranger') expect(told(answer), name).toEqual(nothing)
      }
    })
  })
})

describe('by WebSocket', () => {
  const node = 'query ($id: ID!) { node(id: $id) { __typename } }'

  it.each(['hold', 'booking', 'payment', 'ticket', 'account'] as const)(
    'the node of %s is null as well',
    async (kind) => {
      for (const name of ['stranger', 'customer'] as const) {
        const asked = story.viewers[name].subscribe(node, { id: story.owned[kind] })
        expect(await asked.next()).toEqual({ node: null })
        await asked.close()
      }
    },
  )
})

/** The data, or where there is an error, the codes. */
function told({ data, errors }: Answer): unknown {
  if (errors === undefined) return data
  return { errors: (errors as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code) }
}

describe('the owner', () => {
  it('gets the same answers as before under the same keys', async () => {
    expect(ownersAnswers.every(({ status, errors }) => status === 200 && errors === undefined)).toBe(true)
    expect(await askAsOwner()).toEqual(ownersAnswers)
  })

  it('sees all that the others do not', async () => {
    const { hold, booking, waiting, payment, ticket, account } = story.owned
    const variables = { ids: [hold, booking, waiting, payment, ticket, account] }
    const { nodes } = await story.owner.query('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', variables)
    const names = nodes.map(({ __typename }: { __typename: string }) => __typename)
    expect(names).toEqual(['Booking', 'Booking', 'Booking', 'Payment', 'Ticket', 'Account'])
  })

  it('is the only one in whose list the bookings are', async () => {
    const list = '{ viewer { bookings(first: 100) { nodes { id } } } }'
    const idsOf = async (client: Client) =>
      (await client.query(list)).viewer?.bookings.nodes.map(({ id }: { id: string }) => id).toSorted() ?? []
    const { hold, booking, waiting } = story.owned
    expect(await idsOf(story.owner)).toEqual([hold, booking, waiting].toSorted())
    const { stranger, customer, ...others } = story.viewers
    expect(await idsOf(customer)).toEqual([story.own.hold, story.own.booking].toSorted())
    for (const client of [stranger, ...Object.values(others)]) expect(await idsOf(client)).toEqual([])
  })
})
