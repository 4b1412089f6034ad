/** What a client has to show for it that a person has solved a challenge. */
export interface CaptchaSolution {
  readonly token: string
  /** The IP address of the client. */
  readonly address: string
  /** What the token is shown for: it is good for one purpose, which may be asked about again. */
  readonly purpose: string
}

/** `unavailable`: nobody can tell now. */
export type CaptchaVerdict = 'passed' | 'refused' | 'unavailable'

/** Tells people from programs. */
export interface CaptchaVerifier {
  /** Never fails, and takes some seconds at most: not to be called within a transaction. */
  verify(solution: CaptchaSolution): Promise<CaptchaVerdict>
}
