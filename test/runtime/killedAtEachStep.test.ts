import { bulkhead } from 'cockatiel'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../src/config.js'
import { createLogger } from '../../src/lib/logger.js'
import { makeSigningKey } from '../../src/lib/signingKey.js'
import { reconcile } from '../../src/modules/reconciliation/index.js'
import { createServices } from '../../src/services.js'
import { type ApiProcess, openStand, type Stand } from '../kit/apiProcess.js'
import { StoppingProxy } from '../kit/stoppingProxy.js'
import { approving } from './saga/approving.js'
import { confirming, undoing } from './saga/confirming.js'
import { cancelling, exchangingForLess, exchangingForMore } from './saga/exchanging.js'
import { type Case, killWorker, openGroup, prices, reachAll, startVictim } from './saga/killing.js'
import type { Money, Saga } from './saga/saga.js'
import { ENDS, type Standing } from './saga/standing.js'
import { working } from './saga/working.js'

const GROUPS = [confirming, undoing, exchangingForMore, exchangingForLess, cancelling, approving, working]

let stand: Stand
let restarted: ApiProcess

// Some processes and a hundred bookings, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })
beforeAll(async () => {
  stand = await openStand()
  const cases = await killAtEachStep()
  const found = await Promise.all(cases.map(async ({ step, saga }) => step.story.money(await saga.standing())))
  restarted = await stand.start()
  for (const [index, one] of cases.entries()) recoveries.set(toKey(one), recover(one, found[index]!))
})
afterAll(() => stand.close())

/** A process for each group of steps: it is brought to all of them, with bookings of their own, and killed there. */
async function killAtEachStep(): Promise<Case[]> {
  const requests = GROUPS.filter(({ isWork }) => !isWork)
  const [victims, proxy] = await Promise.all([
    Promise.all(requests.map(() => startVictim(stand))),
    StoppingProxy.open(stand.databaseUrl),
  ])
  const price = prices()
  const work = GROUPS.filter(({ isWork }) => isWork)
  const site = { ...victims[0]!.site, proxy }
  const worked = (await Promise.all(work.map((group) => openGroup(group, site, price)))).flat()
  await killWorker(stand, proxy, worked)
  const requested: Case[] = []
  for (const [index, group] of requests.entries()) {
    const { site, api } = victims[index]!
    const sagas = await openGroup(group, site, price)
    await reachAll(sagas)
    await api.kill()
    requested.push(...sagas)
  }
  return [...requested, ...worked]
}

interface Recovery {
  readonly found: Money
  /** What the same request got; null where nobody came back. */
  readonly answer: string | null
  readonly standing: Standing
}

/** Those who come back do so a few at a time; the rest is waiting. */
const PATIENCE = { timeout: 90_000, interval: 500 }
const sendAgain = (saga: Saga, url: string) => saga.sendAgain(url)
const fewAtOnce = bulkhead(8, Number.POSITIVE_INFINITY)
const recoveries = new Map<string, Promise<Recovery>>()
const toKey = ({ group, step, variant }: Pick<Case, 'group' | 'step' | 'variant'>) =>
  JSON.stringify([group.name, step.name, variant])

async function recover({ step, variant, saga }: Case, found: Money): Promise<Recovery> {
  const end = ENDS[variant === 'again' ? step.again[1] : step.left]
  const resend = () => fewAtOnce.execute(() => (step.resend ?? sendAgain)(saga, restarted.url))
  const isLeft = variant === 'left' || step.comesLate
  const early = isLeft ? null : await resend()
  if (isLeft) await saga.age(step.leftSeconds ?? 61)
  await expect
    .poll(() => saga.standing(), PATIENCE)
    .toEqual(end)
    .catch(() => {})
  const answer = variant === 'left' ? null : (early ?? (await resend()))
  return { found, answer, standing: await saga.standing() }
}

describe.each(GROUPS)('killed during $name', (group) => {
  it.each(group.steps)('$name: the same request comes again', async (step) => {
    const [answer, end] = step.again
    const recovery = await recoveries.get(toKey({ group, step, variant: 'again' }))
    expect(recovery).toEqual({ found: step.found, answer, standing: ENDS[end] })
  })

  it.each(group.steps)('$name: nobody comes back', async (step) => {
    const recovery = await recoveries.get(toKey({ group, step, variant: 'left' }))
    expect(recovery).toEqual({ found: step.found, answer: null, standing: ENDS[step.left] })
  })
})

it('the books agree in the end', async () => {
  await Promise.all(recoveries.values())
  const services = await createServices({
    config: readConfig({ ...stand.stripe.env, DATABASE_URL: stand.databaseUrl }),
    databaseUrl: stand.databaseUrl,
    redisUrl: null,
    jwtSecret: 'a secret that nobody needs, of 32 characters',
    ticketKey: makeSigningKey(),
    log: createLogger('silent'),
  })
  const reports = await reconcile(services).finally(() => services.close())
  expect(reports.filter(({ drift, failure }) => drift.length > 0 || failure !== null)).toEqual([])
})
