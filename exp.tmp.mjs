import { createServer } from 'node:http'
import { createSchema } from './dist/schema.js'
import { Executor } from './dist/transport/executor.js'
import { Documents } from './dist/transport/documents.js'
import { createApollo } from './dist/transport/apollo.js'
import { createContext } from './dist/context.js'
import { createGraphqlHandler } from './dist/transport/graphqlOverHttp.js'
import { createRouter } from './dist/transport/router.js'
import { readJsonBody } from './dist/transport/readBody.js'
import { respond } from './dist/transport/respond.js'
const schema = createSchema(); const executor = new Executor(schema); const documents = new Documents(schema, [])
const services = { config: { introspection: true }, log: console, db: null, tokens: null }
const apollo = createApollo(schema, executor, services); await apollo.start()
const H = { 'content-type': 'application/json; charset=utf-8', 'x-request-id': crypto.randomUUID() }
const variants = {
  full: createGraphqlHandler(apollo, services),
  bare: async (q, s) => { const b = await readJsonBody(q); const body = JSON.stringify({ data: { __typename: b.query.length > 0 ? 'Query' : '' } }); s.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }); s.end(body) },
  respond: async (q, s) => { const b = await readJsonBody(q); respond(s, { status: 200, headers: ['x-request-id', crypto.randomUUID(), 'content-type', 'application/json; charset=utf-8'], body: JSON.stringify({ data: { __typename: b.query.length > 0 ? 'Query' : '' } }) }) },
  op: async (q, s) => { const b = await readJsonBody(q); const r = await apollo.executeOperation({ query: b.query, variables: b.variables, operationName: b.operationName }, { contextValue: createContext(services, null, crypto.randomUUID()) }); respond(s, { status: 200, headers: ['x-request-id', crypto.randomUUID(), 'content-type', 'application/json; charset=utf-8'], body: JSON.stringify(r.body.singleResult) }) },
  direct: async (q, s) => { const b = await readJsonBody(q); const d = documents.read(b.query); const o = await executor.execute({ document: d.document }, createContext(services, null, crypto.randomUUID())); respond(s, { status: 200, headers: ['x-request-id', crypto.randomUUID(), 'content-type', 'application/json; charset=utf-8'], body: JSON.stringify(o) }) },
}
for (const [i, name] of Object.keys(variants).entries()) createServer(createRouter({ '/graphql': variants[name] }, console)).listen(5600 + i, '127.0.0.1')
console.log(Object.keys(variants).join(' '))
process.on('message', () => {})
let last = process.cpuUsage(); createServer((q, s) => { const n = process.cpuUsage(last); last = process.cpuUsage(); s.end(String(n.user + n.system)) }).listen(5599, '127.0.0.1')
