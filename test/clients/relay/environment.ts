import { type Client, createClient } from 'graphql-ws'
import {
  Environment,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  type RequestParameters,
  Store,
} from 'relay-runtime'
import { WebSocket } from 'ws'

export interface RelayClient {
  readonly environment: Environment
  close(): Promise<void>
}

/** Relay with fetch for queries and mutations, and graphql-ws for subscriptions, as Relay's documentation has it. */
export function createRelayClient(url: string, token?: string): RelayClient {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const socket = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: authorization,
  })
  const network = Network.create(
    async (parameters, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ ...operationOf(parameters), variables }),
      })
      return (await response.json()) as GraphQLResponse
    },
    (parameters, variables) => watch(socket, parameters, variables),
  )
  const environment = new Environment({ network, store: new Store(new RecordSource()) })
  return { environment, close: async () => socket.dispose() }
}

/** The text, or the id of what was compiled to be persisted: as Relay's documentation has it. */
function operationOf({ id, text }: RequestParameters): { query: string } | { doc_id: string } {
  return id == null ? { query: text! } : { doc_id: id }
}

function watch(
  socket: Client,
  parameters: RequestParameters,
  variables: Record<string, unknown>,
): Observable<GraphQLResponse> {
  return Observable.create((sink) =>
    socket.subscribe(
      // The protocol wants a text, also where an id stands for it.
      { query: '', ...operationOf(parameters), variables },
      {
        next: (result) => sink.next(result as GraphQLResponse),
        error: (error) => sink.error(error as Error),
        complete: () => sink.complete(),
      },
    ),
  )
}
