import type { Partner, PartnerKey } from './store.js'

// What the mutations of this domain answer.

type Named<Name extends string, Fields> = Fields & { readonly __typename: Name }
interface Message {
  readonly message: string
}
interface FieldMessage extends Message {
  readonly field: string
}
interface Limit extends Message {
  readonly limit: number
}

/** An operation of a manifest that is not good, with all that is wrong with it. */
export interface RefusedOperation {
  readonly operationId: string
  readonly name: string | null
  readonly problems: string[]
}

type NotFound = Named<'NotFoundError', Message>
type InvalidPartner = Named<'InvalidPartnerError', FieldMessage>
type NameTaken = Named<'PartnerNameTakenError', Message>
type InvalidKey = Named<'InvalidPartnerKeyError', FieldMessage>
type KeyLimit = Named<'PartnerKeyLimitError', Limit>

export type CreatePartnerOutcome =
  | Named<'CreatePartnerSuccess', { readonly partner: Partner }>
  | InvalidPartner
  | NameTaken

export type UpdatePartnerOutcome =
  | Named<'UpdatePartnerSuccess', { readonly partner: Partner }>
  | NotFound
  | InvalidPartner
  | NameTaken

export type CreatePartnerKeyOutcome =
  | Named<'CreatePartnerKeySuccess', { readonly secret: string; readonly key: PartnerKey }>
  | NotFound
  | InvalidKey
  | KeyLimit

export type RotatePartnerKeyOutcome =
  | Named<
      'RotatePartnerKeySuccess',
      { readonly secret: string; readonly key: PartnerKey; readonly replacedKey: PartnerKey }
    >
  | NotFound
  | InvalidKey
  | Named<'PartnerKeyEndedError', Message & { readonly key: PartnerKey }>
  | KeyLimit

export type RevokePartnerKeyOutcome = Named<'RevokePartnerKeySuccess', { readonly key: PartnerKey }> | NotFound

export type RegisterOperationsOutcome =
  | Named<
      'RegisterOperationsSuccess',
      { readonly partner: Partner; readonly addedCount: number; readonly unchangedCount: number }
    >
  | NotFound
  | Named<'InvalidManifestError', Message>
  | Named<'InvalidOperationsError', Message & { readonly operations: RefusedOperation[] }>
  | Named<'OperationIdTakenError', Message & { readonly operationIds: string[] }>
  | Named<'OperationLimitError', Limit>

export type RemoveOperationsOutcome =
  | Named<'RemoveOperationsSuccess', { readonly partner: Partner; readonly removedCount: number }>
  | NotFound

export const partnerNotFound: NotFound = { __typename: 'NotFoundError', message: 'There is no partner with this id.' }
export const keyNotFound: NotFound = { __typename: 'NotFoundError', message: 'There is no key with this id.' }

/** That another partner has the name. */
export function nameTaken(name: string): NameTaken {
  return { __typename: 'PartnerNameTakenError', message: `There is a partner ${name} already: choose another name.` }
}
