import { describe, expect, it } from 'vitest'
import { createLogger } from '../../src/lib/logger.js'

/** The line that a logger writes of this. */
function write(fields: object): string {
  const lines: string[] = []
  createLogger('info', { write: (line: string) => void lines.push(line) }).info(fields, 'told')
  return lines.join('')
}

const SECRET = 'do-not-tell'

describe('what may hold a secret', () => {
  it.each(['authorization', 'password', 'token', 'accessToken', 'secretKey', 'variables', 'x-api-key'])(
    '%s',
    (name) => {
      const value = name === 'variables' ? { input: { payment: { token: SECRET } } } : SECRET
      const secret = { [name]: value }
      const line = write({ ...secret, request: { ...secret, headers: secret } })
      expect(line).not.toContain(SECRET)
      const hidden = { [name]: '[Redacted]' }
      expect(JSON.parse(line)).toMatchObject({ ...hidden, request: { ...hidden, headers: hidden } })
    },
  )

  it('also where an error has it', () => {
    const error = Object.assign(new Error('refused'), { token: SECRET, config: { authorization: SECRET } })
    const line = write({ err: error })
    expect(line).not.toContain(SECRET)
    expect(JSON.parse(line).err).toMatchObject({ message: 'refused', token: '[Redacted]' })
  })
})

it('all else is told as it is, one object a line', () => {
  const line = write({ paymentId: 'one', tokens: 2 })
  expect(line.endsWith('\n')).toBe(true)
  expect(JSON.parse(line)).toMatchObject({ level: 30, msg: 'told', paymentId: 'one', tokens: 2 })
})

it('what a client has written stays within its line', () => {
  const line = write({ name: 'x\n{"level":60,"msg":"forged"}\u2028', err: new Error('y\r\nz') })
  expect(line.trimEnd().split(/[\r\n]/)).toHaveLength(1)
  expect(JSON.parse(line)).toMatchObject({ level: 30, msg: 'told' })
})
