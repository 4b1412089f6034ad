import type { ApiProcess, Stand } from '../../kit/apiProcess.js'
import { StoppingProxy } from '../../kit/stoppingProxy.js'
import type { Program } from '../program.js'
import { Saga, type Site } from './saga.js'
import type { Group, Step } from './steps.js'

/** How a step goes on after the kill. */
export type Variant = 'again' | 'left'

/** A saga that is brought to a step. */
export interface Case {
  readonly group: Group
  readonly step: Step
  readonly variant: Variant
  readonly saga: Saga
}

/** Prices that tell payments from each other, also those of two seats, of half of them and a cent less or more. */
export function* prices(): Generator<number, never> {
  for (let price = 1000; ; price += 3) yield price
}

const VARIANTS: readonly Variant[] = ['again', 'left']

/** Begins all that a group needs, each in both variants, at an API that works no jobs. */
export async function openGroup(group: Group, site: Site, price: Iterator<number, never>): Promise<Case[]> {
  const all = group.steps.flatMap((step) => VARIANTS.map((variant) => ({ group, step, variant })))
  return Promise.all(
    all.map(async (one) => ({ ...one, saga: await Saga.open(site, one.step.story, price.next().value) })),
  )
}

/** Brings sagas of an API to their steps, those last that others would have to wait for. */
export async function reachAll(sagas: readonly Case[]): Promise<void> {
  const go = ({ step, saga }: Case) => void (step.go?.(saga) ?? saga.send()).catch(() => {})
  for (const isTransacting of [false, true]) {
    const some = sagas.filter(({ step }) => (step.isTransacting ?? false) === isTransacting)
    await Promise.all(
      some.map((one) =>
        named(
          one,
          one.step.reach(one.saga, () => go(one)),
        ),
      ),
    )
  }
}

/** Waits for sagas at their steps, which somebody else sets going. */
export async function awaitAll(sagas: readonly Case[]): Promise<void> {
  await Promise.all(
    sagas.map((one) =>
      named(
        one,
        one.step.reach(one.saga, () => {}),
      ),
    ),
  )
}

const STUCK_MS = 40_000

/** Says which step was never reached. */
async function named({ group, step, variant, saga }: Case, reached: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${group.name}: not reached: ${step.name} (${variant})`)), STUCK_MS)
  })
  await Promise.race([reached, stuck]).finally(() => clearTimeout(timer))
  await saga.freeze()
}

/** A process that will be killed, and what stands between it and Postgres. */
export interface Victim {
  readonly api: ApiProcess
  readonly site: Site
}

const ROOM = { DATABASE_POOL_SIZE: '64', JOB_CONCURRENCY: '40' }

export async function startVictim(stand: Stand): Promise<Victim> {
  const proxy = await StoppingProxy.open(stand.databaseUrl)
  const api = await stand.start({ ...ROOM, DATABASE_URL: proxy.url, WORK_JOBS: 'false' })
  return { api, site: { stand, proxy, url: api.url } }
}

/** Has a worker come to the steps of a group, and kills it there. */
export async function killWorker(stand: Stand, proxy: StoppingProxy, sagas: readonly Case[]): Promise<void> {
  const reached = awaitAll(sagas)
  const starting: Promise<Program> = stand.startWorker({ ...ROOM, DATABASE_URL: proxy.url })
  const [worker] = await Promise.all([starting, reached])
  worker.kill('SIGKILL')
  await worker.ended()
}
