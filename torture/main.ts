import { Closers } from '../bench/kit/closers.js'
import { type Options, readOptions, UsageError } from './options.js'
import { tellViolations, toJson, toTable } from './report.js'
import { torture } from './run.js'
import { makeFolder } from './world/world.js'

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    return await run(readOptions(process.argv.slice(2)))
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error)
    return error instanceof UsageError ? 2 : 1
  }
}

async function run(options: Options): Promise<number> {
  const { seed, json } = options
  const note = (line: string) => void (json || console.log(`  ${line}`))
  const closers = new Closers()
  let isHarmed = false
  const interrupt = () => void closers.close().finally(() => process.exit(130))
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  try {
    const folder = await makeFolder(closers, () => isHarmed)
    note(`seed ${seed}`)
    const result = await torture(options, { closers, folder, note })
    isHarmed = result.violations.length > 0
    console.log(json ? toJson(result, seed) : toTable(result))
    if (isHarmed) {
      console.error(await tellViolations(result.world.pool, result.violations))
      console.error(`\nseed ${seed}; what clients were told and what the servers logged is in ${folder}`)
    }
    return isHarmed ? 1 : 0
  } finally {
    await closers.close()
  }
}
