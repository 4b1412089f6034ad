import type { HttpHandler } from './graphqlOverHttp.js'
import { respond } from './respond.js'

const WELCOME = `# Marquee sells movie tickets. Run this, copy a show's id, and look at its seat map.
query NextShows {
  shows(first: 5) {
    nodes {
      id
      startsAt
      movie { title }
      screen { name theater { name city { name } } }
      availability { total available held booked }
      priceRange { min { amount currency } max { amount } }
    }
  }
}
`

/** GraphiQL, all of it in one page: it needs no other host. */
export function createExplorer(): HttpHandler {
  let page: Promise<Buffer> | null = null
  return async (_request, response) => {
    page ??= renderPage()
    const headers = ['content-type', 'text/html; charset=utf-8', 'cache-control', 'no-cache']
    respond(response, { status: 200, headers, body: await page })
  }
}

async function renderPage(): Promise<Buffer> {
  // Nine megabytes of source, which a start does not wait for.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const options = {
    title: 'Marquee',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    defaultQuery: WELCOME,
  } as const
  return Buffer.from(renderGraphiQL(options))
}
