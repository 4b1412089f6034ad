import { afterAll, beforeAll, expect, it } from 'vitest'
import { waitingroomModule } from '../../../src/modules/waitingroom/index.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { closeRoom, queueUp, stage, writtenPlaces } from './queue.js'

const MONTH_SECONDS = 30 * 24 * 3600

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
})
afterAll(() => server.close())

it('forgets places a month after their room was closed or their show was over, and no others', async () => {
  const forget = () => waitingroomModule.tasks!.forgetPlaces!(null, server.services)
  const [closed, over, ahead] = [await stage(server), await stage(server), await stage(server)]
  for (const { show } of [closed, over, ahead]) await queueUp(server, show, 2)
  await closeRoom(closed.usher, closed.show)
  const later = new Date(server.clock.now().getTime() + 2 * MONTH_SECONDS * 1000)
  await server.seed.sql('UPDATE show SET ends_at = $1 WHERE id = $2', [later, ahead.show.key])
  const count = async () =>
    Promise.all([closed, over, ahead].map(async ({ show }) => (await writtenPlaces(server, show)).length))
  await forget()
  expect(await count()).toEqual([2, 2, 2])
  server.clock.jump(MONTH_SECONDS)
  await forget()
  expect(await count()).toEqual([0, 2, 2])
  server.clock.jump(3 * 24 * 3600)
  await forget()
  expect(await count()).toEqual([0, 0, 2])
})
