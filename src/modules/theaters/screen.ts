const MAX_SCREENS = 100
const collator = new Intl.Collator('en', { numeric: true })

/** Screens by name as people sort them, `Screen 2` before `Screen 10`, and 100 of them at most. */
export function sortScreens<Screen extends { readonly name: string }>(screens: readonly Screen[]): Screen[] {
  return screens.toSorted((a, b) => collator.compare(a.name, b.name)).slice(0, MAX_SCREENS)
}
