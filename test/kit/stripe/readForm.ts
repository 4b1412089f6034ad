import type { Params } from './ledger.js'

/** A body or a query as Stripe takes it: `a[b]=1&c[0]=2` is `{ a: { b: '1' }, c: ['2'] }`. */
export function readForm(text: string): Params {
  const root: Params = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/[[\]]+/).filter((part) => part !== '')
    const last = path.pop()!
    let node: Params = root
    for (const part of path) {
      node[part] ??= {}
      node = node[part] as Params
    }
    node[last] = value
  }
  return withArrays(root)
}

function withArrays(node: Params): Params {
  const entries = Object.entries(node).map(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [key, value]
    const child = withArrays(value as Params)
    return [key, Object.keys(child).every((index) => /^\d+$/.test(index)) ? Object.values(child) : child]
  })
  return Object.fromEntries(entries)
}
