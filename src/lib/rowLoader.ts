import DataLoader from 'dataloader'

/** A loader of rows by their id: all that a request asks for at one time are fetched together. A missing row is an error. */
export function createRowLoader<Row extends { readonly id: number }>(
  fetch: (ids: readonly number[]) => Promise<Row[]>,
): DataLoader<number, Row> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await fetch(ids)).map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id) ?? new Error(`there is no row ${id}`))
  })
}
