import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig, VARIABLE_NAMES } from '../../src/config.js'

interface Service {
  readonly image?: string
  readonly build?: string
  readonly command?: string[]
  readonly profiles?: string[]
  readonly environment?: Record<string, string>
  readonly volumes?: string[]
  readonly depends_on?: Record<string, { condition: string }>
  readonly healthcheck: Record<string, unknown>
}

const { services, volumes } = parse(await readFile(new URL('../../docker-compose.yml', import.meta.url), 'utf8')) as {
  services: Record<string, Service>
  volumes: Record<string, null>
}
const dockerfile = await readFile(new URL('../../Dockerfile', import.meta.url), 'utf8')

/** As compose does it with an environment of its own that is empty: `${NAME:-default}`, the inner ones first. */
function interpolate(value: string): string {
  const filled = value.replace(/\$\{\w+:-([^${}]*)\}/g, '$1')
  return filled === value ? value : interpolate(filled)
}

function environmentOf(name: string): Record<string, string> {
  const entries = Object.entries(services[name]!.environment ?? {})
  return Object.fromEntries(entries.map(([key, value]) => [key, interpolate(value)]))
}

describe('docker-compose.yml', () => {
  it('has the API, a worker for who asks for one, Postgres 17 and Redis 7', () => {
    expect(Object.keys(services)).toEqual(['api', 'worker', 'postgres', 'redis'])
    expect(services).toMatchObject({
      api: { build: '.' },
      worker: { build: '.', profiles: ['worker'] },
      postgres: { image: 'postgres:17' },
      redis: { image: 'redis:7' },
    })
  })

  it.each(['api', 'postgres', 'redis'])('checks the health of %s', (name) => {
    expect(services[name]!.healthcheck).toEqual({
      test: expect.toSatisfy((test: unknown[]) => test.every((word) => typeof word === 'string')),
      interval: expect.stringMatching(/^\d+s$/),
      timeout: expect.stringMatching(/^\d+s$/),
      retries: expect.any(Number),
      start_period: expect.stringMatching(/^\d+s$/),
    })
  })

  it('does not ask the worker by HTTP how it is', () => {
    expect(services.worker!.healthcheck).toEqual({ disable: true })
  })

  it.each(['api', 'worker'])('starts the %s when Postgres and Redis are healthy', (name) => {
    expect(services[name]!.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
    })
  })

  it('gives the API variables that it knows, with values that it takes', () => {
    const environment = environmentOf('api')
    expect(VARIABLE_NAMES).toEqual(expect.arrayContaining(Object.keys(environment)))
    expect(readConfig(environment)).toMatchObject({
      databaseUrl: 'postgres://marquee:marquee@postgres:5432/marquee',
      redisUrl: 'redis://redis:6379',
      port: 4000,
      demoData: true,
      graphiql: true,
      workJobs: true,
    })
  })

  it('gives the worker what the API has: its variables, and its secret', () => {
    expect(services.worker!.environment).toEqual(services.api!.environment)
    expect(services.worker!.volumes).toEqual(services.api!.volumes)
  })

  it('starts the worker as npm does', async () => {
    const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(`exec ${services.worker!.command!.join(' ')}`).toBe(scripts.worker)
  })

  it('names the same user, password and database on both sides', () => {
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = environmentOf('postgres')
    expect(environmentOf('api').DATABASE_URL).toBe(
      `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@postgres:5432/${POSTGRES_DB}`,
    )
  })

  it('declares the volumes that it uses, and no others', () => {
    const used = Object.values(services).flatMap((service) => service.volumes ?? [])
    expect(new Set(used.map((mount) => mount.split(':')[0]))).toEqual(new Set(Object.keys(volumes)))
  })
})

describe('Dockerfile', () => {
  it('copies nothing that is not there, and nothing that .dockerignore leaves out', async () => {
    const ignore = (await readFile(new URL('../../.dockerignore', import.meta.url), 'utf8')).split('\n')
    const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) => sources!.split(' '))
    expect(copies).toContain('package.json')
    for (const source of copies) expect(ignore).toContain(`!${source.split('/')[0]}`)
  })

  it('runs as an ordinary user, and checks its health', () => {
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK /m)
  })
})
