const MAX_PAUSE_SECONDS = 900

/**
 * For how many seconds to wait after so many tries: 1, 2, 4, … up to a quarter of an hour, each up to half shorter, so that not all
 * come back at once.
 */
export function pauseAfter(attempts: number): number {
  return Math.min(MAX_PAUSE_SECONDS, 2 ** attempts) * (0.5 + Math.random() / 2)
}
