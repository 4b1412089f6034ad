import { afterAll, beforeAll, expect, it } from 'vitest'
import { INVARIANTS } from '../../torture/checker/check.js'
import { CASES } from './cases.js'
import { type Story, tellStory } from './story.js'

let story: Story

beforeAll(async () => {
  story = await tellStory()
})
afterAll(() => story.close())

it('finds nothing wrong where nothing is', async () => {
  expect(await story.violations({})).toEqual({})
})

it.each(CASES)('$name', async ({ violated, detail, ...fault }) => {
  const found = await story.violations(fault)
  expect(Object.keys(found).toSorted()).toEqual(violated.toSorted())
  if (detail !== undefined) expect(Object.values(found).join('\n')).toMatch(detail)
})

it('has seen each invariant violated', () => {
  const seen = new Set(CASES.flatMap(({ violated }) => violated))
  expect(INVARIANTS.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([])
})
