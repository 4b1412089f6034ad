import { Crowd } from './crowd.js'
import type { Command, Findings, Message } from './protocol.js'

// A process of buyers: does what its parent says, one thing after the other, and ends with it.

const PROGRESS_EVERY_MS = 500

let crowd: Crowd | null = null

process.on('disconnect', () => process.exit())
process.on('message', (command: Command) => {
  carryOut(command).then(
    (findings) => tell({ kind: 'done', findings }),
    (error: Error) => tell({ kind: 'failed', message: error.message }),
  )
})
setInterval(() => {
  if (crowd !== null) tell({ kind: 'progress', progress: crowd.progress })
}, PROGRESS_EVERY_MS)

async function carryOut(command: Command): Promise<Findings | null> {
  if (command.kind === 'signIn') crowd = new Crowd(command.orders)
  if (command.kind === 'signIn') await crowd!.signIn()
  if (command.kind === 'watch') await crowd!.watch()
  if (command.kind === 'open') crowd!.open(command.at)
  return command.kind === 'end' ? crowd!.end(command.ending) : null
}

function tell(message: Message): void {
  process.send!(message)
}
