import { describe, expect, it } from 'vitest'
import { readAddress, toNetwork } from '../../src/lib/network.js'

describe('readAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
    ['', null],
    ['localhost', null],
    ['192.0.2.1:4711', null],
    ['[::1]', null],
    ['192.0.2', null],
    ['3221225985', null],
    ['0xc0.0.2.1', null],
    ['192.0.2.256', null],
    ['2001:db8::1/64', null],
    ['unknown', null],
  ])('reads %o as %o', (text, expected) => {
    expect(readAddress(text)).toBe(expected)
  })
})

describe('toNetwork', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::', '2001:db8:1:3::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('counts %o as %o', (address, expected) => {
    expect(toNetwork(address)).toBe(expected)
  })
})
