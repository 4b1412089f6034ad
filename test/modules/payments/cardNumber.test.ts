import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { refuseCardNumber, refuseCardNumberInKey } from '../../../src/modules/payments/index.js'

describe('a text with a card number in it', () => {
  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    '4242 - 4242 - 4242 - 4242',
    '4242.4242.4242.4242',
    '4242_4242_4242_4242',
    '4242/4242/4242/4242',
    'order:4242:4242:4242:4242',
    '3782_822463_10005',
    '4242\u00a04242\u00a04242\u00a04242',
    '4242–4242–4242–4242',
    '4242\t4242\n4242 4242',
    '４２４２４２４２４２４２４２４２',
    'pm_4242424242424242',
    'card 4242424242424242, 12/26, 123',
    '4242424242424242 12 26 123',
    '12 4242424242424242',
    '378282246310005',
    '3782 822463 10005',
    '6304000000000000',
    '501800000009',
    '6759649826438453003',
    'a3bb189e-8bf9-3888-9912-ace4e6543002 4242424242424242',
  ])('is refused, and not told again: %s', (text) => {
    const refuse = () => refuseCardNumber(text)
    expect(refuse).toThrow(GraphQLError)
    expect(refuse).toThrow('This looks like a card number. Send a token of the payment provider instead.')
  })
})

describe('an idempotency key with a card number in it', () => {
  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    '4242.4242.4242.4242',
    'order:4242:4242:4242:4242',
    '3782_822463_10005',
    '４２４２４２４２４２４２４２４２',
    'order-4242424242424242',
    'card 4242424242424242, 12/26, 123',
    '4242424242424242-1732300000000',
    '5555555555554444',
    '2223003122003222',
    '378282246310005',
    '6011111111111117',
    '30569309025904',
    '3566002020360505',
    '6759649826438453003',
    'a3bb189e-8bf9-3888-9912-ace4e6543002 4242424242424242',
  ])('is refused, and not told again: %s', (key) => {
    expect(() => refuseCardNumberInKey(key)).toThrow(
      'This looks like a card number. Send a token of the payment provider instead.',
    )
  })
})

describe('an idempotency key that has a right check digit by chance', () => {
  it.each([
    ['a letter and a fraction', 'k0.5041044997159767'],
    ['a letter and a fraction', 'k0.31733684927176586'],
    ['a fraction', '0.4242424242424242'],
    ['random bytes in hex', 'c0ee9baea34163557635576edf682137'],
    ['random bytes in hex', '62725776004399b0a3ff8c2b09614342'],
    ['nanoseconds of a machine', '2194740463053'],
    ['nanoseconds of a machine', '64968722054492'],
    ['nanoseconds of a machine', '622994175679655'],
    ['a seat, a show and a time', '850-31-1764585465490'],
    ['a seat, a show and a time', '847-482-1764501024897'],
    ['a UUID', '42424242-4242-4242-8424-242424242424'],
    ['random letters and digits', 'V1StGXR8_4242424242424242x'],
  ])('passes: %s, %s', (_what, key) => {
    expect(() => refuseCardNumberInKey(key)).not.toThrow()
  })
})

describe('another text', () => {
  it.each([
    '',
    'pm_card_visa',
    'pm_1MqLiJLkdIwHu7ixUEgbFdYF',
    '4242424242424241',
    '42424242424',
    '00000000-0000-0000-0000-000000000000',
    '42424242-4242-4242-8424-242424242424',
    'confirm-12345678-1234-4123-8123-123456789012',
    '42424242424242424242424242424242',
    'show_4242_seat_4242_4242_4242',
    '4242_42424242_4242',
    '2026-11-21',
    '2026-11-21T16:05:04.242Z',
  ])('passes: %s', (text) => {
    expect(() => refuseCardNumber(text)).not.toThrow()
  })
})
