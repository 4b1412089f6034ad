import { bulkhead } from 'cockatiel'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ApiProcess, openStand, type Stand } from '../kit/apiProcess.js'
import { StoppingProxy } from '../kit/stoppingProxy.js'
import { type Case, killWorker, openGroup, prices, reachAll, startVictim } from './saga/killing.js'
import type { Money } from './saga/saga.js'
import { ENDS, type Standing } from './saga/standing.js'
import { GROUPS } from './saga/steps.js'

let stand: Stand
let restarted: ApiProcess

// Some processes and a hundred bookings, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 })
beforeAll(async () => {
  stand = await openStand()
  const cases = await killAtEachStep()
  const found = await Promise.all(cases.map(async ({ step, saga }) => step.story.money(await saga.standing())))
  const t1 = Date.now()
  ;[restarted] = await Promise.all([stand.start({ WORK_JOBS: 'false' }), stand.startWorker()])
  console.log('restart', Date.now() - t1)
  for (const [index, one] of cases.entries()) recoveries.set(toKey(one), recover(one, found[index]!))
})
afterAll(() => stand.close())

/** A process for each group of steps: it is brought to all of them, with bookings of their own, and killed there. */
async function killAtEachStep(): Promise<Case[]> {
  const t0 = Date.now()
  const lap = (w: string) => console.log(w, Date.now() - t0)
  const requests = GROUPS.filter(({ isWork }) => !isWork)
  const [victims, proxy] = await Promise.all([
    Promise.all(requests.map(() => startVictim(stand))),
    StoppingProxy.open(stand.databaseUrl),
  ])
  lap('started')
  const price = prices()
  const work = GROUPS.filter(({ isWork }) => isWork)
  const site = { ...victims[0]!.site, proxy }
  const worked = (await Promise.all(work.map((group) => openGroup(group, site, price)))).flat()
  lap('opened')
  await killWorker(stand, proxy, worked)
  lap('killedW')
  const requested: Case[] = []
  for (const [index, group] of requests.entries()) {
    const { site, api } = victims[index]!
    const sagas = await openGroup(group, site, price)
    await reachAll(sagas)
    await api.kill()
    lap(group.name)
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
const fewAtOnce = bulkhead(8, Number.POSITIVE_INFINITY)
const recoveries = new Map<string, Promise<Recovery>>()
const toKey = ({ group, step, variant }: Pick<Case, 'group' | 'step' | 'variant'>) =>
  JSON.stringify([group.name, step.name, variant])

async function recover({ step, variant, saga }: Case, found: Money): Promise<Recovery> {
  const end = ENDS[variant === 'again' ? step.again[1] : step.left]
  const send = step.go ?? ((_: unknown, url: string) => saga.sendAgain(url))
  const sendAgain = () => fewAtOnce.execute(() => send(saga, restarted.url))
  const isEarly = variant === 'again' && !step.comesLate
  const early = isEarly ? await sendAgain() : null
  if (!isEarly) await saga.age(step.leftSeconds ?? 61)
  await expect
    .poll(() => saga.standing(), { timeout: 60_000, interval: 250 })
    .toEqual(end)
    .catch(() => {})
  const answer = variant === 'again' ? (early ?? (await sendAgain())) : null
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
