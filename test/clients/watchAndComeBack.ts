import { expect } from 'vitest'
import { holdSeats } from '../kit/operations.js'
import type { TestServer } from '../kit/server.js'

export interface SeatMapChange {
  readonly kind: 'SNAPSHOT' | 'DELTA'
  readonly cursor: string
  readonly seats: readonly { seatId: string; status: string; version: number }[]
}

/** A subscription of the client under test. */
export interface Watching {
  next(): Promise<SeatMapChange>
  stop(): void
}

export type Watch = (variables: { showId: string; after?: string }) => Watching

/** Watches a seat map while others buy, goes away, comes back, and expects to have missed nothing. */
export async function watchAndComeBack(server: TestServer, watch: Watch): Promise<void> {
  const show = await server.seed.show({ seats: 4 })
  const [first, second] = show.seatIds as [string, string]
  const other = await server.signInAsGuest()

  const watching = watch({ showId: show.id })
  const snapshot = await watching.next()
  expect(snapshot.kind).toBe('SNAPSHOT')
  expect(snapshot.seats.map(({ seatId, status, version }) => [seatId, status, version]).toSorted()).toEqual(
    show.seatIds.map((id) => [id, 'AVAILABLE', 0]).toSorted(),
  )
  await holdSeats(other, show, [first])
  const delta = await watching.next()
  expect(delta).toMatchObject({ kind: 'DELTA', seats: [{ seatId: first, status: 'HELD', version: 1 }] })
  watching.stop()

  await holdSeats(other, show, [second])
  const back = watch({ showId: show.id, after: delta.cursor })
  const missed = await back.next()
  expect(missed.kind).toBe('DELTA')
  expect(missed.seats).toContainEqual(expect.objectContaining({ seatId: second, status: 'HELD', version: 1 }))
  expect(missed.seats.map(({ seatId }) => seatId)).not.toContain(show.seatIds[3])
  back.stop()
}
