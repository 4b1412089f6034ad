import type { AccountMailRecipient, IssuedEmailToken } from '../accounts/index.js'
import type { Page } from './layout.js'

type Words = Pick<Page, 'subject' | 'heading' | 'paragraphs'>

const WORDS: Readonly<Record<AccountMailRecipient['purpose'], Words>> = {
  EMAIL_VERIFICATION: {
    subject: 'Confirm your email address',
    heading: 'Is this your address?',
    paragraphs: [
      'Somebody has opened an account with Marquee by it. If that was you, confirm it with the code below.',
      'If it was not you, there is nothing that you have to do.',
    ],
  },
  PASSWORD_RESET: {
    subject: 'A new password for Marquee',
    heading: 'Choose a new password',
    paragraphs: [
      'Somebody wants to set a new password for your account. If that is you, use the code below. Give it to nobody else.',
      'If it is not you, there is nothing that you have to do: your password stays as it is.',
    ],
  },
}

/** Says what a mail about an account is about. */
export function writeAccountLetter(
  { purpose }: AccountMailRecipient,
  { token, email, expiresAt }: IssuedEmailToken,
): Page {
  return {
    ...WORDS[purpose],
    // Not by name: whoever signs up with another's address chooses it, and could write to him by that.
    greeting: 'Hello,',
    code: token,
    details: [
      { label: 'Account', value: email },
      { label: 'Valid until', value: tellTime(expiresAt) },
    ],
    reason: 'You get this mail because of an account with Marquee.',
  }
}

/** `22 November 2026 at 20:30 UTC` */
function tellTime(time: Date): string {
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', { ...day, ...clock }).format(time)
}
