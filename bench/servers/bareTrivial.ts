import { serveBare } from './bareServer.js'

serveBare(() => ({ data: { __typename: 'Query' } }))
