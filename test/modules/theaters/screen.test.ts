import { expect, test } from 'vitest'
import { sortScreens } from '../../../src/modules/theaters/screen.js'

test('Screens are in the order in which people count', () => {
  const screens = ['Screen 10', 'IMAX', 'screen 3', 'Screen 2', 'Écran 1'].map((name) => ({ name }))
  expect(sortScreens(screens).map(({ name }) => name)).toEqual(['Écran 1', 'IMAX', 'Screen 2', 'screen 3', 'Screen 10'])
})

test('There are at most 100 screens', () => {
  const screens = Array.from({ length: 101 }, (_, index) => ({ name: `${index + 1}` }))
  expect(sortScreens(screens)).toEqual(screens.slice(0, 100))
})
