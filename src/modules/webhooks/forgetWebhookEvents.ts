import type { Services } from '../../context.js'
import { forgetEvents } from './eventStore.js'

const KEEP_MS = 90 * 86_400_000
const BATCH = 500

/** Forgets events of three months ago, which cannot be replayed any more. */
export async function forgetWebhookEvents(_payload: unknown, { db, clock }: Services): Promise<void> {
  while ((await forgetEvents(db, new Date(clock.now().getTime() - KEEP_MS), BATCH)) === BATCH);
}
