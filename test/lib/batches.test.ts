import { describe, expect, it } from 'vitest'
import { Batches, type BatchesOptions } from '../../src/lib/batches.js'
import { WaitedTooLongError } from '../../src/lib/waitedTooLongError.js'

interface Item {
  readonly name: string
  readonly keys?: readonly string[]
  readonly area?: string
}

/** Batches that run until they are told to end: what has run, and how to end it. */
function open(options: Partial<BatchesOptions<Item, string>> = {}) {
  const started: string[] = []
  const ends: (() => void)[] = []
  const batches = new Batches<Item, string>({
    maxSize: 3,
    maxRunning: 2,
    maxWaitMs: 60_000,
    keysOf: ({ keys = [] }) => keys,
    areaOf: ({ name, area = name }) => area,
    async run(items) {
      started.push(items.map(({ name }) => name).join(''))
      await new Promise<void>((resolve) => ends.push(resolve))
      return items.map(({ name }) => ({ status: 'fulfilled', value: `${name} is done` }))
    },
    ...options,
  })
  const run = (...items: readonly (Item | string)[]) =>
    Promise.all(items.map((item) => batches.run(typeof item === 'string' ? { name: item } : item)))
  return { batches, started, run, end: () => ends.shift()?.() }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Ends batches for as long as any runs. */
async function endAll({ end, started }: ReturnType<typeof open>) {
  for (let seen = -1; seen < started.length; ) {
    seen = started.length
    for (let turns = 0; turns < 5; turns++) {
      end()
      await turn()
    }
  }
}

describe('items', () => {
  it('that come in one turn go together, others at once', async () => {
    const { run, started, batches } = open()
    void run('a', 'b')
    await turn()
    void run('c')
    await turn()
    expect(started).toEqual(['ab', 'c'])
    expect(batches.waiting).toBe(0)
  })

  it('wait while as many batches run as may, and then go together, as many as may, in their order', async () => {
    const open3 = open()
    const { run, started, end, batches } = open3
    const answers = [run('a')]
    await turn()
    answers.push(run('b'))
    await turn()
    answers.push(run('c', 'd', 'e', 'f'))
    await turn()
    expect(started).toEqual(['a', 'b'])
    expect(batches.waiting).toBe(4)
    end()
    await turn()
    expect(started).toEqual(['a', 'b', 'cde'])
    await endAll(open3)
    expect(started).toEqual(['a', 'b', 'cde', 'f'])
    expect((await Promise.all(answers)).flat()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name} is done`))
  })

  it('that share a key never run at the same time, and keep their order', async () => {
    const opened = open()
    const done = opened.run(
      { name: 'a', keys: ['x', 'y'], area: 'same' },
      { name: 'b', keys: ['y'], area: 'same' },
      { name: 'c', keys: ['z'], area: 'same' },
      { name: 'd', keys: ['x'], area: 'other' },
    )
    await turn()
    expect(opened.started).toEqual(['ac'])
    await endAll(opened)
    expect(opened.started).toEqual(['ac', 'bd'])
    await done
  })

  it('of one area run in one batch at a time', async () => {
    const opened = open()
    const done = [opened.run({ name: 'a', area: 'same' })]
    await turn()
    done.push(opened.run({ name: 'b', area: 'same' }, { name: 'c', area: 'same' }, 'd'))
    await turn()
    expect(opened.started).toEqual(['a', 'd'])
    await endAll(opened)
    expect(opened.started).toEqual(['a', 'd', 'bc'])
    await Promise.all(done)
  })
})

describe('an item that goes last', () => {
  const isLast = ({ name }: Item) => name === name.toUpperCase()

  it('waits behind all that wait, also behind those that come later, and for nobody else', async () => {
    const opened = open({ maxSize: 2, maxRunning: 1, goesLast: isLast })
    const done = [opened.run('A')]
    await turn()
    expect(opened.started).toEqual(['A'])
    done.push(opened.run('B', 'c', 'D', 'e', 'f'))
    await turn()
    await endAll(opened)
    expect(opened.started).toEqual(['A', 'ce', 'fB', 'D'])
    await Promise.all(done)
  })

  it('leaves what it shares to others', async () => {
    const opened = open({ maxRunning: 1, goesLast: isLast })
    const done = [opened.run('a')]
    await turn()
    done.push(opened.run({ name: 'B', keys: ['x'] }, { name: 'c', keys: ['x'] }))
    await turn()
    await endAll(opened)
    expect(opened.started).toEqual(['a', 'c', 'B'])
    await Promise.all(done)
  })

  it('is asked about at once when it has to wait', async () => {
    const asked: string[] = []
    const goesLast = ({ name }: Item) => asked.push(name) < 0
    const opened = open({ maxRunning: 1, goesLast })
    const done = [opened.run('a')]
    await turn()
    expect(asked).toEqual([])
    done.push(opened.run('b'))
    expect(asked).toEqual(['b'])
    await endAll(opened)
    await Promise.all(done)
  })
})

describe('an item of which it is not known whether it goes last', () => {
  /** Items of which nothing is known before it is told: who is then written in capitals goes last. */
  function openUnknown(options: Partial<BatchesOptions<Item, string>> = {}) {
    let tell = () => {}
    const known = new Promise<void>((resolve) => {
      tell = resolve
    })
    let isKnown = false
    const goesLast = ({ name }: Item) => (isKnown || name === 'k' ? name === name.toUpperCase() : known)
    const learn = async () => {
      isKnown = true
      tell()
      await turn()
      await turn()
    }
    return { ...open({ goesLast, ...options }), learn }
  }

  it('runs at once where nobody else wants what it wants', async () => {
    const { run, started } = openUnknown()
    void run('A')
    await turn()
    void run({ name: 'b', keys: ['x'] }, { name: 'c', keys: ['y'] })
    await turn()
    expect(started).toEqual(['A', 'bc'])
  })

  it('waits until it is known where others want the same, with those behind it that do, and holds up nobody else', async () => {
    const opened = openUnknown({ maxSize: 4 })
    const done = [
      opened.run(
        { name: 'A', keys: ['x'] },
        { name: 'b', keys: ['x'] },
        { name: 'k', keys: ['x'] },
        { name: 'd', keys: ['y'] },
      ),
    ]
    await turn()
    expect(opened.started).toEqual(['d'])
    await opened.learn()
    expect(opened.started).toEqual(['d', 'b'])
    await endAll(opened)
    expect(opened.started).toEqual(['d', 'b', 'k', 'A'])
    await Promise.all(done)
  })

  it('waits until it is known where not all can run', async () => {
    const opened = openUnknown({ maxSize: 2 })
    const done = [opened.run('A', 'b', 'c')]
    await turn()
    expect(opened.started).toEqual([])
    await opened.learn()
    expect(opened.started).toEqual(['bc', 'A'])
    await endAll(opened)
    await Promise.all(done)
  })
})

describe('an item that has waited too long', () => {
  it('is not run', async () => {
    const opened = open({ maxWaitMs: 20, maxRunning: 1 })
    const done = opened.run('a')
    await turn()
    const late = expect(opened.run('b')).rejects.toThrow(WaitedTooLongError)
    const start = performance.now()
    await expect.poll(() => performance.now() - start).toBeGreaterThan(20)
    opened.end()
    await late
    await done
    expect(opened.started).toEqual(['a'])
    expect(opened.batches.waiting).toBe(0)
  })
})

describe('a batch that throws', () => {
  it('fails its items, and the others go on', async () => {
    const { batches } = open({ maxSize: 1, run: async ([item]) => (item!.name === 'bad' ? fail() : [ok(item!.name)]) })
    const answers = await Promise.allSettled([batches.run({ name: 'bad' }), batches.run({ name: 'good' })])
    expect(answers).toMatchObject([{ reason: { message: 'as a whole' } }, { value: 'good' }])
  })

  it('is not one that says what has become of each', async () => {
    const { batches } = open({
      run: async (items) =>
        items.map(({ name }) => (name === 'bad' ? { status: 'rejected', reason: 'it is' } : ok(name))),
    })
    const answers = await Promise.allSettled([batches.run({ name: 'bad' }), batches.run({ name: 'good' })])
    expect(answers).toMatchObject([{ reason: 'it is' }, { value: 'good' }])
  })
})

function ok(value: string): PromiseSettledResult<string> {
  return { status: 'fulfilled', value }
}

function fail(): never {
  throw new Error('as a whole')
}
