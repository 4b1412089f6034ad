import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { refuseCardNumber } from '../../../src/modules/payments/index.js'

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
