import pg from 'pg'
import { vi } from 'vitest'

/** What a server reads from time to time, whoever asks. */
const BESIDE = new Set([
  'waitingroom.listRooms',
  'accounts.listRevoked',
  'accounts.listSignedOut',
  'seatmaps.readChanges',
  'db.readTime',
])

/** The names of the statements that Postgres gets while something is done, whatever server here sends them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const texts = sent.mock.calls.map(([config]) => (config as unknown as pg.QueryConfig).text ?? String(config))
  sent.mockRestore()
  const names = texts.map((text) => /^\/\* (\S+) \*\//.exec(text)?.[1] ?? text)
  return names.filter((name) => !BESIDE.has(name))
}
