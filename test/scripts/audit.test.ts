import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

let registry: Server | undefined
/** Of npm, which remembers advisories by their id. */
let cache: string

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'marquee-audit-'))
})
afterEach(() => {
  registry?.closeAllConnections()
  registry?.close()
})
afterAll(() => rm(cache, { recursive: true }))

/** Runs `npm run audit` against a registry. */
async function audit(listener: RequestListener): Promise<{ code: unknown; output: string }> {
  registry = createServer(listener)
  await new Promise<void>((resolve) => registry!.listen(0, '127.0.0.1', resolve))
  const { port } = registry.address() as AddressInfo
  const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_cache: cache }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/audit.ts'], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    )
  })
}

/** A registry that knows a vulnerability of the package graphql. */
function advise(id: number, severity: string): RequestListener {
  const cvss = { score: 0, vectorString: null }
  const url = `https://advisories.example/${id}`
  const advisory = { id, url, title: 'It can be broken', severity, vulnerable_versions: '*', cwe: [], cvss }
  return ({ method, url }, response) => {
    const isAsked = method === 'POST' && url === '/-/npm/v1/security/advisories/bulk'
    response.writeHead(isAsked ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isAsked ? { graphql: [advisory] } : {}))
  }
}

describe('npm run audit', () => {
  it('fails where a package of production has a vulnerability that is high', async () => {
    const { code, output } = await audit(advise(1, 'high'))
    expect(output).toMatch(/ [1-9]\d* high vulnerabilities/)
    expect(code).toBe(1)
  })

  it('passes where one is moderate', async () => {
    const { code, output } = await audit(advise(2, 'moderate'))
    expect(output).toContain('0 critical and 0 high vulnerabilities')
    expect(code).toBe(0)
  })

  it('says so and passes where the registry does not tell', async () => {
    const { code, output } = await audit((_request, response) => response.writeHead(405, { allow: 'GET,HEAD' }).end())
    expect(output).toContain('The registry cannot be asked for vulnerabilities: 405 Method Not Allowed')
    expect(code).toBe(0)
  })
})
