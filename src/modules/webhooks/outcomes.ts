import type { WebhookEndpoint } from './store.js'

// What the mutations of this domain answer.

type Named<Name extends string, Fields> = Fields & { readonly __typename: Name }
interface Message {
  readonly message: string
}
interface Limit extends Message {
  readonly limit: number
}
interface WithEndpoint {
  readonly endpoint: WebhookEndpoint
}
interface WithSecret extends WithEndpoint {
  readonly secret: string
}

export type NotFound = Named<'NotFoundError', Message>
export type InvalidEndpoint = Named<'InvalidWebhookEndpointError', Message & { readonly field: string }>

export type CreateWebhookEndpointOutcome =
  | Named<'CreateWebhookEndpointSuccess', WithSecret>
  | NotFound
  | InvalidEndpoint
  | Named<'WebhookEndpointLimitError', Limit>

export type UpdateWebhookEndpointOutcome =
  | Named<'UpdateWebhookEndpointSuccess', WithEndpoint>
  | NotFound
  | InvalidEndpoint

export type RotateWebhookSecretOutcome = Named<'RotateWebhookSecretSuccess', WithSecret> | NotFound

export type ReplayWebhookEventsOutcome =
  | Named<'ReplayWebhookEventsSuccess', WithEndpoint & { readonly replayedCount: number }>
  | NotFound
  | Named<'WebhookEndpointDisabledError', Message>
  | Named<'WebhookReplayLimitError', Limit>

export const partnerNotFound: NotFound = { __typename: 'NotFoundError', message: 'There is no partner with this id.' }
export const endpointNotFound: NotFound = { __typename: 'NotFoundError', message: 'There is no endpoint with this id.' }
