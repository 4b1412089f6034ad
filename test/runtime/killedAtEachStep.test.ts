import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ApiProcess, openStand, type Stand } from '../kit/apiProcess.js'
import { StoppingProxy } from '../kit/stoppingProxy.js'
import { type Killed, killWorker, openGroup, prices, reachAll, startVictim, type Variant } from './saga/killing.js'
import { ENDS, type Standing } from './saga/standing.js'
import { GROUPS, type Step } from './saga/steps.js'

let stand: Stand
let killed: readonly Killed[]
let restarted: ApiProcess

// Some processes and a hundred bookings, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 })
beforeAll(async () => {
  stand = await openStand()
  killed = await killAtEachStep()
  ;[restarted] = await Promise.all([stand.start({ WORK_JOBS: 'false' }), stand.startWorker()])
  for (const one of killed) recoveries.set(toKey(one.step, one.variant), recover(one))
})
afterAll(() => stand.close())

/** A process for each group of steps: it is brought to all of them, with bookings of their own, and killed there. */
async function killAtEachStep(): Promise<Killed[]> {
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
  const requested: Killed[] = []
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
  /** What the same request got; null where nobody came back. */
  readonly answer: string | null
  readonly standing: Standing
}

/** All at once, as they wait most of the time. */
const recoveries = new Map<string, Promise<Recovery>>()
const toKey = ({ name, story }: Step, variant: Variant) => `${story.operation} ${name} ${variant}`

async function recover({ step, variant, saga }: Killed): Promise<Recovery> {
  const end = ENDS[variant === 'again' ? step.again[1] : step.left]
  const answer = variant === 'again' ? await saga.sendAgain(restarted.url) : null
  if (variant === 'left') await saga.age(step.leftSeconds ?? 61)
  await expect
    .poll(() => saga.standing(), { timeout: 60_000, interval: 250 })
    .toEqual(end)
    .catch(() => {})
  return { answer, standing: await saga.standing() }
}

describe.each(GROUPS)('killed during $name', ({ steps }) => {
  it.each(steps)('$name: the same request comes again', async (step) => {
    const [answer, end] = step.again
    expect(await recoveries.get(toKey(step, 'again'))).toEqual({ answer, standing: ENDS[end] })
  })

  it.each(steps)('$name: nobody comes back', async (step) => {
    expect(await recoveries.get(toKey(step, 'left'))).toEqual({ answer: null, standing: ENDS[step.left] })
  })
})
