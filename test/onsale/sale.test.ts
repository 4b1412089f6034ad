import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** It takes seconds, on a machine with nothing else to do. */
const MOST_MS = 300_000

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'onsale/main.ts', ...args], { cwd: ROOT })

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marquee-onsale-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

it(
  'sells each seat once to a crowd, at two servers, and draws it',
  async () => {
    const picture = join(folder, 'sale.svg')
    const sale = ['--buyers', '60', '--seats', '20', '--servers', '2', '--connections', '16', '--json']
    const { stdout } = await run(...sale, '--picture', picture)
    expect(stdout.trimEnd()).not.toContain('\n')
    const told = JSON.parse(stdout)
    expect(told.checks.filter((check: { holds: boolean }) => !check.holds)).toEqual([])
    expect(told).toMatchObject({ soldSeats: 20, soldTwice: 0, missedChanges: 0 })
    expect(told.requests['confirmBooking: ConfirmBookingSuccess']).toBe(told.bookings)
    expect(told.latencyMs.holds.count).toBeGreaterThanOrEqual(told.bookings)
    // Each seat is held and sold, and each buyer is told of both.
    expect(told.latencyMs.events.count).toBe(20 * 2 * 60)
    const svg = await readFile(picture, 'utf8')
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>\n$/s)
    expect(svg).toContain('>Seats<')
    expect(svg).toContain('>Latency, ')
  },
  MOST_MS,
)

it('refuses more buyers than it may have open files for, and says what to do', async () => {
  const refused = run('--buyers', '1000000000').catch((error) => error)
  expect(await refused).toMatchObject({ code: 2, stderr: expect.stringContaining('ulimit -n 1000000456') })
})
