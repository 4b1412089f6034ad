import { describe, expect, it } from 'vitest'
import { Sealer } from '../../src/lib/sealer.js'

const sealer = new Sealer('a secret', 'a purpose')

describe('Sealer', () => {
  it('opens what it has sealed, each time in another way', () => {
    const [one, other] = [sealer.seal('whsec_é'), sealer.seal('whsec_é')]
    expect([sealer.open(one), sealer.open(other)]).toEqual(['whsec_é', 'whsec_é'])
    expect(Buffer.from(one).equals(other)).toBe(false)
    expect(Buffer.from(one).includes('whsec_')).toBe(false)
  })

  it.each([
    ['another secret', new Sealer('another secret', 'a purpose')],
    ['another purpose', new Sealer('a secret', 'another purpose')],
  ])('does not open what was sealed with %s', (_what, other) => {
    expect(() => sealer.open(other.seal('text'))).toThrow()
  })

  it('does not open what was changed', () => {
    const sealed = sealer.seal('text')
    sealed[sealed.length - 1]! ^= 1
    expect(() => sealer.open(sealed)).toThrow()
  })
})
