import { once } from 'node:events'
import { exchange, openSocket, postJson } from '../kit/load.js'
import type { Attack } from './attack.js'
import { openWebSocket, toSubscribe } from './attackSocket.js'

const ATTACKERS = 4

const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ')

/** Texts, each another one by a comment, so that none is remembered. */
const TEXTS: Readonly<Record<string, string>> = {
  'a trivial query': '{ __typename }',
  'fields as many as may be': `{ ${'__typename '.repeat(400)} }`,
  'too many tokens': `{ ${'__typename '.repeat(20_000)} }`,
  'overlapping fields': `{ ${repeat(60, () => 'movies(first: 1, filter: { city: "x" }) { nodes { id title } }')} }`,
  'fragments that spread the next one twice': `${repeat(150, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f150 on Query { __typename } { ...f0 }`,
  'a chain of fragments': `{ ...f0 } ${repeat(220, (n) => `fragment f${n} on Query { __typename ...f${n + 1} }`)} fragment f220 on Query { __typename }`,
  'a circle of fragments': `{ ...f0 } ${repeat(200, (n) => `fragment f${n} on Query { ...f${(n + 1) % 200} }`)}`,
  'fields deep within each other': `{ ${'movies { nodes { '.repeat(600)} id ${'} }'.repeat(600)} }`,
  'lists times aliases': `{ ${repeat(48, (n) => `a${n}: shows(first: 50, filter: { city: "Paris", language: "fr" }) { nodes { id } }`)} }`,
  directives: `{ __typename ${'@include(if: true) '.repeat(800)} }`,
  'duplicate variables': `query (${'$a: Int '.repeat(1_500)}) { __typename }`,
  introspection: `{ __schema { types { fields { args { type { ofType { ofType { name } } } } } } } }`,
  'a syntax error': `{ ${'movies { '.repeat(200)}`,
  'absurd page sizes': `{ ${repeat(40, (n) => `a${n}: movies(first: 2000000000) { nodes { id } }`)} }`,
  'misspelt names': `{ ${repeat(400, (n) => `movi${n}`)} }`,
  'sign-ins by aliases': `mutation { ${repeat(9, (n) => `a${n}: signIn(input: { email: "a@b.example", password: "${n}" }) { __typename }`)} }`,
}

const SHOWS = 'query ($f: ShowFilter) { shows(filter: $f) { nodes { id } } }'
/** With variables of the largest size, which are wrong all over. */
const VARIABLES: Readonly<Record<string, unknown>> = {
  'an input of unknown fields': { f: Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [n, 0])) },
  'an input of few unknown fields and a long text': {
    f: { text: 'x'.repeat(900_000), ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`k${n}`, 0])) },
  },
}

const BODIES: Readonly<Record<string, string>> = {
  'a body that is too large': 'x'.repeat(2 * 1024 * 1024),
  'JSON that is deep': `${'['.repeat(500_000)}`,
  'a batch': JSON.stringify(Array(10_000).fill({ query: '{ __typename }' })),
}

/** Texts and bodies of all kinds, by those who take what they are answered. */
export function listTexts(): Attack[] {
  return [
    ...Object.entries(TEXTS).map(([name, text]) =>
      byHttp(name, (n) => postJson('/graphql', { query: `#${n}\n${text}` })),
    ),
    ...Object.entries(VARIABLES).map(([name, variables]) =>
      byHttp(name, (n) => postJson('/graphql', { query: `#${n}\n${SHOWS}`, variables })),
    ),
    ...Object.entries(BODIES).map(([name, body]) => byHttp(name, () => post(body))),
    ...Object.entries(TEXTS).map(([name, text]) => byWebSocket(`${name}, by WebSocket`, text)),
  ]
}

function byHttp(name: string, request: (number: number) => Buffer): Attack {
  return {
    name,
    attackers: ATTACKERS,
    async open({ port }) {
      return async (number) => {
        // The server closes those that send too much.
        const socket = await openSocket(port)
        await exchange(socket, request(number)).catch(() => {})
        socket.destroy()
      }
    },
  }
}

function byWebSocket(name: string, text: string): Attack {
  return {
    name,
    attackers: ATTACKERS,
    async open({ port }) {
      const socket = await openWebSocket(port)
      return async (number) => {
        socket.send(toSubscribe(number, { query: `#${number}\n${text}` }))
        await once(socket, 'message')
      }
    },
  }
}

function post(body: string): Buffer {
  const head = [
    'POST /graphql HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${body.length}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
