import { writeFile } from 'node:fs/promises'
import { Closers } from '../bench/kit/closers.js'
import { judge } from './checks.js'
import { checkOpenFiles } from './openFiles.js'
import { type Options, readOptions, UsageError } from './options.js'
import { drawSale } from './picture/drawSale.js'
import { toJson, toTable } from './report.js'
import { runSale } from './sale.js'

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2))
    await checkOpenFiles(options)
    return await run(options)
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error)
    return error instanceof UsageError ? 2 : 1
  }
}

async function run(options: Options): Promise<number> {
  const note = (line: string) => void (options.json || console.log(`  ${line}`))
  const closers = new Closers()
  const interrupt = () => void closers.close().finally(() => process.exit(130))
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  try {
    note(`seed ${options.seed}`)
    const outcome = await runSale(options, { closers, note })
    const checks = judge(options, outcome)
    await writeFile(options.picture, drawSale(options, outcome))
    console.log(options.json ? toJson(options, outcome, checks) : toTable(options, outcome, checks))
    note(`the picture is in ${options.picture}`)
    return checks.every(({ holds }) => holds) ? 0 : 1
  } finally {
    await closers.close()
  }
}
