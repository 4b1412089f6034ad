import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Client } from '../kit/client.js'
import { startServer, type TestServer } from '../kit/server.js'
import { bounded } from './bounded.js'
import { command } from './lifecycle/commands/commands.js'
import { checkAll, checkSeats } from './lifecycle/invariants.js'
import { LIMITS, type PolicyName } from './lifecycle/model/model.js'
import { build, GUESTS } from './lifecycle/real.js'

const { numRuns, seed } = bounded(30)
/** Of which about half make sense when their turn comes. */
const MAX_COMMANDS = 50
/** Enough to shrink what was found. */
const TIME_LIMIT_MS = Math.max(240_000, numRuns * 2_000)

let server: TestServer
let guests: Client[]

beforeAll(async () => {
  // No worker: it comes when a run says so, and the same seed tells the same story.
  const limits = { maxSeatsPerBooking: LIMITS.seats, maxHoldsPerShow: LIMITS.holds }
  const days = 365 * numRuns
  server = await startServer({ config: { ...limits, workJobs: false, accessTokenTtlSeconds: days * 86_400 } })
  server.clock.stop()
  guests = await Promise.all(Array.from({ length: GUESTS }, () => server.signInAsGuest()))
})
afterAll(() => server.close())

const policy = fc.constantFrom<PolicyName>('standard', 'flexible', 'strict')
const show = fc.record({ policy, startsInHours: fc.constantFrom(50, 26, 7, 1) })
const world = fc.record({ shows: fc.tuple(show, show) })

describe('the lifecycle of bookings', () => {
  it('is what the model says, whatever happens in whatever order', { timeout: TIME_LIMIT_MS + 60_000 }, async () => {
    const stories = fc.commands([command], { maxCommands: MAX_COMMANDS, size: 'max' })
    await fc.assert(
      fc.asyncProperty(world, stories, async (world, story) => {
        const { model, real } = await build(server, guests, world)
        await checkSeats(model, real)
        await fc.asyncModelRun(() => ({ model, real }), story)
        await checkAll(model, real)
      }),
      { numRuns, seed, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: true },
    )
  })
})
