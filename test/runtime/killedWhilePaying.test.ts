import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openStand, type Stand } from '../kit/apiProcess.js'
import { confirmBooking, holdSeats } from '../kit/operations.js'

let stand: Stand

// Each start is a process, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 90_000 })
beforeAll(async () => {
  stand = await openStand()
})
afterAll(() => stand.close())

it('a payment whose process was killed before it heard the answer is charged once, by the same request', async () => {
  const { stripe, seed } = stand
  const show = await seed.show({ seats: 2 })
  const first = await stand.start({ LOG_LEVEL: 'trace' })
  const { signInAsGuest } = await first
    .client()
    .query('mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken } } }')
  const buyer = first.client(signInAsGuest.accessToken)
  const { booking } = await holdSeats(buyer, show)
  const order = { idempotencyKey: randomUUID() }

  const held = stripe.hold('create')
  const lost = confirmBooking(buyer, booking.id, order).catch((error: unknown) => error)
  await held.arrived
  await first.kill()
  expect(await lost).toBeInstanceOf(Error)
  expect([...stripe.ledger.intents.values()]).toMatchObject([{ status: 'requires_capture', amount: 2000 }])

  const second = await stand.start()
  const again = second.client(signInAsGuest.accessToken)
  // Until the claim of the first process ends, the same request counts as worked on.
  await expect
    .poll(() => confirmBooking(again, booking.id, order), { timeout: 60_000, interval: 1_000 })
    .toMatchObject({ __typename: 'ConfirmBookingSuccess' })
  await expect.poll(() => [...stripe.ledger.intents.values()]).toMatchObject([{ status: 'succeeded' }])
  for (const { stdout, stderr } of [first.program, second.program]) {
    expect(stdout + stderr).not.toMatch(/pm_card|sk_test|whsec/)
    expect(stdout + stderr).not.toContain(order.idempotencyKey)
  }
})
