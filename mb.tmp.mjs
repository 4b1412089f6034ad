import { ApolloServer, HeaderMap } from '@apollo/server'
import { createSchema } from './dist/schema.js'
import { Executor } from './dist/transport/executor.js'
import { Documents } from './dist/transport/documents.js'
import { createApollo } from './dist/transport/apollo.js'
import { createContext } from './dist/context.js'
const schema = createSchema(); const executor = new Executor(schema); const documents = new Documents(schema, [])
const services = { config: { introspection: true }, log: console, db: null }
const apollo = createApollo(schema, executor, services); await apollo.start()
const q = '{ __typename }'
const headers = new HeaderMap([['content-type','application/json'],['accept','*/*'],['host','x']])
const http = () => apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query: q } }, context: async () => createContext(services, null, 'id') })
const op = () => apollo.executeOperation({ query: q }, { contextValue: createContext(services, null, 'id') })
const direct = async () => { const d = documents.read(q); const o = await executor.execute({ document: d.document }, createContext(services, null, 'id')); return JSON.stringify(o) }
for (const [n, f] of Object.entries({ http, op, direct, http2: http, op2: op, direct2: direct })) { for (let i=0;i<5000;i++) await f(); const t=performance.now(); for (let i=0;i<20000;i++) await f(); console.log(n, ((performance.now()-t)/20).toFixed(1), 'us'); }
process.exit(0)
