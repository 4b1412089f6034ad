import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../lib/clock.js'
import type { Delivery, Mail, Mailer, TextMessage, TextSender } from './delivery.js'

export interface OutboxOptions {
  readonly folder: string
  readonly clock: Clock
}

/** Writes mails to a folder instead of sending them: files that a mail program opens, in the order of their time. */
export class OutboxMailer implements Mailer {
  readonly #options: OutboxOptions

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  async send({ id, raw }: Mail): Promise<Delivery> {
    return write(this.#options, `${id}.eml`, raw)
  }
}

/** Writes SMS to a folder instead of sending them. */
export class OutboxTextSender implements TextSender {
  readonly #options: OutboxOptions

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  async send({ id, to, text }: TextMessage): Promise<Delivery> {
    return write(this.#options, `${id}.txt`, `To: ${to}\n\n${text}\n`)
  }
}

/** Under its name a file is there as a whole or not at all. */
async function write({ folder, clock }: OutboxOptions, name: string, content: Buffer | string): Promise<Delivery> {
  const time = clock.now().toISOString().replaceAll(/[-:]/g, '')
  const part = join(folder, `.${name}.part`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(part, content, { mode: 0o600 })
    await rename(part, join(folder, `${time}-${name}`))
    return { kind: 'sent' }
  } catch (error) {
    return { kind: 'away', reason: (error as Error).message }
  }
}
