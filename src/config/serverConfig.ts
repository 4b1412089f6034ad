import { z } from 'zod'
import { splitRedisUrls } from '../lib/redis/redisUrls.js'
import { flag, isUrlOf, urlOf, type Values, wholeNumber } from './variables.js'

/** The processes, and what they reach. */
export interface ServerConfig {
  /** 0 for any free one. */
  readonly port: number
  readonly host: string
  /** For how long at most it asks itself for what takes longest the first time, before it listens; 0 for not at all. */
  readonly warmUpSeconds: number
  /** Where clients reach the server, without a slash at the end: links begin with it. */
  readonly publicUrl: string
  /** Null for a Postgres of our own, in the data folder. */
  readonly databaseUrl: string | null
  readonly databasePoolSize: number
  /** Several with commas in between are nodes of a cluster. Null for a Redis of our own, or none. */
  readonly redisUrl: string | null
  readonly dataDir: string
  /** Whether this server works jobs; where it does not, `npm run worker` has to run somewhere. */
  readonly workJobs: boolean
  /** How many jobs a process works at once, and how many notifications besides. */
  readonly jobConcurrency: number
  readonly logLevel: string
  /** Whether an empty database gets the demo catalogue. */
  readonly demoData: boolean
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export const serverVariables = {
  NODE_ENV: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(4000).describe('a port from 0 to 65535, where 0 is any free one'),
  HOST: z.string().default('0.0.0.0'),
  WARM_UP_SECONDS: wholeNumber(0, 60).default(5).describe('whole seconds from 0 to 60'),
  PUBLIC_URL: urlOf('http', 'https').describe('a URL like https://tickets.example'),
  DATABASE_URL: urlOf('postgres', 'postgresql').describe('a URL like postgres://user:password@host:5432/marquee'),
  DATABASE_POOL_SIZE: wholeNumber(2, 1_000).default(16).describe('a number of connections from 2 to 1000'),
  REDIS_URL: z
    .string()
    .refine((list) => splitRedisUrls(list).every((url) => isUrlOf(url, ['redis', 'rediss'])))
    .optional()
    .describe('a URL like redis://host:6379, or to those of several nodes of a cluster, with commas in between'),
  MARQUEE_DATA_DIR: z.string().default('.data'),
  WORK_JOBS: flag(),
  JOB_CONCURRENCY: wholeNumber(1, 100).default(4).describe('a number of jobs from 1 to 100'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default('info')
    .describe(`one of ${LOG_LEVELS.join(', ')}`),
  DEMO_DATA: flag(),
}

export function toServerConfig(values: Values<typeof serverVariables>): ServerConfig {
  return {
    port: values.PORT,
    host: values.HOST,
    warmUpSeconds: values.WARM_UP_SECONDS,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL ?? null,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    redisUrl: values.REDIS_URL ?? null,
    dataDir: values.MARQUEE_DATA_DIR,
    workJobs: values.WORK_JOBS ?? true,
    jobConcurrency: values.JOB_CONCURRENCY,
    logLevel: values.LOG_LEVEL,
    demoData: values.DEMO_DATA ?? values.DATABASE_URL === undefined,
  }
}
