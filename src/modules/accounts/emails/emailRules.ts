import { z } from 'zod'

/** An address as it is kept: in lower case. */
export const emailRules = z.string().trim().toLowerCase().max(254).pipe(z.email('That is not an email address.'))
