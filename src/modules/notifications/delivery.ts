/** How it ended to hand a message to a provider. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** It was not taken and never will be: sending it again would end the same. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It was not taken this time. */
  | { readonly kind: 'deferred'; readonly reason: string }
  /** It was not taken, and the next one would not be either: nobody is there. */
  | { readonly kind: 'away'; readonly reason: string }
  /** Whether it was taken was never heard: it must not be sent again. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** An email to one person, as it goes over the wire. */
export interface Mail {
  /** The same however often it is sent; its Message-ID has it too, so that a mail program can tell. */
  readonly id: string
  readonly envelope: { readonly from: string; readonly to: string[] }
  readonly raw: Buffer
}

/** An SMS to one phone. */
export interface TextMessage {
  /** The same however often it is sent. */
  readonly id: string
  readonly to: string
  readonly text: string
}

/** Takes emails. `send` never rejects: how it ended is its value. */
export interface Mailer {
  send(mail: Mail): Promise<Delivery>
}

/** Takes SMS. `send` never rejects: how it ended is its value. */
export interface TextSender {
  send(message: TextMessage): Promise<Delivery>
}
