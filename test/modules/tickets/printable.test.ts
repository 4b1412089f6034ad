import { expect, it } from 'vitest'
import { toPrintable } from '../../../src/modules/tickets/printable.js'

it.each([
  ["Amélie – Le Fabuleux Destin d'Amélie Poulain, Œuvre", "Amélie – Le Fabuleux Destin d'Amélie Poulain, Œuvre"],
  ['Ciné Cité, Zürich: “Ça ira” … 12 €', 'Ciné Cité, Zürich: “Ça ira” … 12 €'],
  ['Ame\u0301lie', 'Amélie'],
  ['Łódź, Şişli, Ünlü Đorđe', 'Lódz, Sisli, Ünlü Dorde'],
  ['10\u202f000\u00a0km\u2028\n\tà\u0000 pied', '10 000 km à? pied'],
  ['千と 🎬 Москва', '?? ? ??????'],
  ['ﬁn ①', 'fin 1'],
  ['', ''],
])('prints %j as %j', (text, expected) => {
  expect(toPrintable(text)).toBe(expected)
})
