import { describe, expect, it } from 'vitest'
import { AddressRules, isNetwork } from '../../../src/lib/outbound/addressRules.js'

describe('AddressRules', () => {
  const rules = new AddressRules([])

  it.each([
    '1.1.1.1',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '2606:4700::1111',
    '2606:4700::1:5efe:7f00:1',
    '2606:4700::5efe:7f00:1:1',
  ])('allows %s, which is on the internet', (address) => {
    expect(rules.allow(address)).toBe(true)
  })

  it.each([
    ['0.0.0.0', 'unspecified'],
    ['0.1.2.3', 'this network'],
    ['10.0.0.1', 'private'],
    ['100.64.0.1', 'shared by a carrier'],
    ['100.100.100.200', 'metadata of Alibaba Cloud'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['168.63.129.16', 'metadata of Azure'],
    ['169.254.169.254', 'metadata of most clouds'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.192', 'metadata of Oracle Cloud'],
    ['192.0.2.1', 'documentation'],
    ['192.168.1.1', 'private'],
    ['198.18.0.1', 'benchmarks'],
    ['203.0.113.1', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::127.0.0.1', 'an IPv4 address'],
    ['::ffff:127.0.0.1', 'an IPv4 address, mapped'],
    ['::ffff:1.1.1.1', 'an IPv4 address, mapped'],
    ['::ffff:7f00:1', 'an IPv4 address, mapped'],
    ['::ffff:0:127.0.0.1', 'an IPv4 address, translated'],
    ['64:ff9b::7f00:1', 'an IPv4 address, translated'],
    ['64:ff9b:1::a00:1', 'an IPv4 address, translated'],
    ['100::1', 'discarded'],
    ['2001::1', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['2001:470::5efe:7f00:1', 'an IPv4 address, by ISATAP'],
    ['2001:470::200:5efe:8.8.8.8', 'an IPv4 address, by ISATAP'],
    ['2606:4700:1:2:0:5efe:a00:1', 'an IPv4 address, by ISATAP'],
    ['2606:4700:1:2:300:5efe:a00:1', 'an IPv4 address, by ISATAP'],
    ['2002:7f00:1::1', '6to4'],
    ['3fff::1', 'documentation'],
    ['4000::1', 'not given to anybody'],
    ['5f00::1', 'segment routing'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'metadata of AWS'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['0x7f.1', 'no notation of ours'],
    ['2130706433', 'no notation of ours'],
    ['localhost', 'no address'],
    ['', 'no address'],
  ])('refuses %s: %s', (address) => {
    expect(rules.allow(address)).toBe(false)
  })

  it('allows what the networks say that it is given, and no more', () => {
    const inside = new AddressRules(['10.1.0.0/16', 'fd12::/48'])
    const addresses = ['10.1.2.3', '10.2.0.1', 'fd12::1', 'fd13::1', '::ffff:10.1.2.3', '1.1.1.1']
    expect(addresses.filter((address) => inside.allow(address))).toEqual(['10.1.2.3', 'fd12::1', '1.1.1.1'])
  })
})

describe('isNetwork', () => {
  it.each([
    ['10.0.0.0/8', true],
    ['fd12::/48', true],
    ['10.0.0.1', false],
    ['10.0.0.0/33', false],
    ['10/8', false],
    ['internal', false],
    ['', false],
  ])('of %s is %s', (text, is) => {
    expect(isNetwork(text)).toBe(is)
  })
})
