import type { Config } from '../../../src/config.js'
import { appointAdmin } from '../../kit/appoint.js'
import type { Client, Variables } from '../../kit/client.js'
import { startServer, type TestServer } from '../../kit/server.js'

/** A server with an administrator, and what that one does to partners. */
export interface Desk {
  readonly server: TestServer
  readonly admin: Client
  /** Runs a mutation by its name, and gives its answer with all that its types have. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  act(name: keyof typeof MUTATIONS, input: Variables): Promise<any>
  /** The id of a new partner. */
  addPartner(name: string): Promise<string>
  /** A new key: all of it, and its id. */
  addKey(partnerId: string, input?: Variables): Promise<{ secret: string; id: string }>
  close(): Promise<void>
}

const PARTNER = 'partner { id name requestsPerMinute costPerMinute createdAt disabledAt }'
const KEY = '{ id prefix scopes createdAt expiresAt revokedAt lastUsedAt isActive }'
const MUTATIONS = {
  createPartner: `... on CreatePartnerSuccess { ${PARTNER} } ... on InvalidPartnerError { field }`,
  updatePartner: `... on UpdatePartnerSuccess { ${PARTNER} } ... on InvalidPartnerError { field }`,
  createPartnerKey: `... on CreatePartnerKeySuccess { secret key ${KEY} }
    ... on InvalidPartnerKeyError { field } ... on PartnerKeyLimitError { limit }`,
  rotatePartnerKey: `... on RotatePartnerKeySuccess { secret key ${KEY} replacedKey ${KEY} }
    ... on InvalidPartnerKeyError { field } ... on PartnerKeyLimitError { limit } ... on PartnerKeyEndedError { key ${KEY} }`,
  revokePartnerKey: `... on RevokePartnerKeySuccess { key ${KEY} }`,
  registerOperations: `... on RegisterOperationsSuccess { partner { id } addedCount unchangedCount }
    ... on InvalidOperationsError { operations { operationId name problems } }
    ... on OperationIdTakenError { operationIds } ... on OperationLimitError { limit }`,
  removeOperations: '... on RemoveOperationsSuccess { partner { id } removedCount }',
}

/** The text of a mutation with its answer. */
export function mutation(name: keyof typeof MUTATIONS): string {
  const input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  return `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on UserError { message } ${MUTATIONS[name]} } }`
}

export async function openDesk(config: Partial<Config> = {}): Promise<Desk> {
  const server = await startServer({ config })
  const admin = await server.signInAsGuest()
  await appointAdmin(server, admin)
  const act: Desk['act'] = async (name, input) => (await admin.query(mutation(name), { input }))[name]
  return {
    server,
    admin,
    act,
    addPartner: async (name) => (await act('createPartner', { name })).partner.id,
    async addKey(partnerId, input = {}) {
      const { secret, key } = await act('createPartnerKey', { partnerId, scopes: ['READ', 'WRITE'], ...input })
      return { secret, id: key.id }
    },
    close: () => server.close(),
  }
}

/** A manifest as Relay's compiler and the client preset write it. */
export function manifestOf(texts: Readonly<Record<string, string>>): string {
  return JSON.stringify(texts)
}
