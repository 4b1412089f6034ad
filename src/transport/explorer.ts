import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { HttpHandler } from './graphqlOverHttp.js'

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
  let page: Buffer | null = null
  return async (_request, response) => {
    page ??= Buffer.from(
      renderGraphiQL({ title: 'Marquee', endpoint: '/graphql', subscriptionsProtocol: 'WS', defaultQuery: WELCOME }),
    )
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    response.end(page)
  }
}
