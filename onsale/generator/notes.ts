import { Latencies } from '../latencies.js'

/** What the buyers of a generator have seen while the sale was open. */
export class Notes {
  readonly outcomes = new Map<string, number>()
  readonly holds = new Latencies()
  readonly sentHolds = new Latencies()
  readonly confirmations = new Latencies()
  readonly boughtSeats: number[] = []
  answered = 0
  messages = 0
  /** When the sale opens, by performance.now() and in milliseconds since 1970. */
  opensAt = Number.POSITIVE_INFINITY
  openedAt = Number.POSITIVE_INFINITY

  /** Takes an answer to a request that was wanted and sent at these times, by performance.now(). */
  add(operation: 'holdSeats' | 'confirmBooking', outcome: string, times: { wantedAt: number; sentAt: number }): void {
    const now = performance.now()
    const name = `${operation}: ${outcome}`
    this.outcomes.set(name, (this.outcomes.get(name) ?? 0) + 1)
    this.answered++
    const latencies = operation === 'holdSeats' ? this.holds : this.confirmations
    latencies.add(now - this.opensAt, now - times.wantedAt)
    if (operation === 'holdSeats') this.sentHolds.add(now - this.opensAt, now - times.sentAt)
  }
}
