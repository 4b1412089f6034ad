import type { RedisLink, RedisLinkEvents } from './redisLink.js'
import { RedisNode } from './redisNode.js'
import { readSlotOwners, type SlotOwners, toSlot } from './redisSlots.js'

/** How often it is looked who has which slot; besides, whenever something has gone to the wrong one. */
const LOOK_INTERVAL_MS = 1_000
const DEFAULT_PORT = '6379'

export interface RedisClusterOptions extends RedisLinkEvents {
  /** redis:// URLs of some of its nodes; the others are reached in the same way, and have the same password. */
  readonly urls: readonly string[]
  /** Who sends, as the parcels say it. */
  readonly origin: string
}

/**
 * A Redis Cluster by sharded pub/sub: each channel lives on the node that has its slot, and is told and heard there alone. Follows
 * slots that move and masters that are replaced.
 */
export class RedisCluster implements RedisLink {
  readonly #options: RedisClusterOptions
  /** By `host:port`: until the slots are known, those of the URLs. */
  readonly #nodes = new Map<string, RedisNode>()
  /** All that is listened to, and where. */
  readonly #places = new Map<string, RedisNode | null>()
  readonly #timer: NodeJS.Timeout
  #owners: SlotOwners = new Map()
  /** What the owners were read from. */
  #slots = ''
  #looking: Promise<void> | null = null
  #isClosed = false

  constructor(options: RedisClusterOptions) {
    this.#options = options
    this.#openUrls()
    this.#timer = setInterval(() => this.#look(), LOOK_INTERVAL_MS)
  }

  publish(channel: string, message: unknown): void {
    this.#nodeOf(channel)?.publish(channel, message)
  }

  listen(channel: string): void {
    this.#places.set(channel, null)
    this.#place(channel)
  }

  unlisten(channel: string): void {
    this.#places.get(channel)?.unlisten(channel)
    this.#places.delete(channel)
  }

  async runScript(lua: string, key: string, values: readonly (string | number)[]): Promise<unknown> {
    const node = this.#nodeOf(key)
    if (node === null) throw new Error('no node of the cluster is known to have the key')
    return node.runScript(lua, key, values)
  }

  isConnected(): boolean {
    return this.#owners.size > 0 && [...this.#nodes.values()].every((node) => node.isConnected())
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    await Promise.all([...this.#nodes.values()].map((node) => node.close()))
  }

  #nodeOf(channel: string): RedisNode | null {
    const owner = this.#owners.get(toSlot(channel))
    return (owner !== undefined && this.#nodes.get(owner)) || null
  }

  #openUrls(): void {
    for (const url of this.#options.urls) {
      const { hostname, port } = new URL(url)
      const address = `${hostname}:${port || DEFAULT_PORT}`
      if (!this.#nodes.has(address)) this.#open(address)
    }
  }

  #open(address: string): void {
    const { urls, onParcel, onChange, origin } = this.#options
    const url = new URL(urls[0]!)
    url.host = address
    const node = new RedisNode({
      url: url.href,
      origin,
      isSharded: true,
      onParcel,
      onMoved: () => this.#look(),
      onChange: (error) => {
        if (this.#nodes.get(address) !== node) return
        if (this.#owners.size === 0 && node.isConnected()) this.#look()
        onChange(error)
      },
    })
    this.#nodes.set(address, node)
  }

  /** Listens to a channel where it lives by now. */
  #place(channel: string): void {
    const before = this.#places.get(channel) ?? null
    const now = this.#nodeOf(channel)
    if (now === before) return
    before?.unlisten(channel)
    now?.listen(channel)
    this.#places.set(channel, now)
  }

  #look(): void {
    this.#looking ??= this.#findView()
      .then((view) => {
        if (this.#isClosed) return
        // Perhaps all addresses are new, and the names in the URLs lead there.
        if (view === null) this.#openUrls()
        else if (view.slots !== this.#slots) this.#follow(view)
      })
      .finally(() => {
        this.#looking = null
      })
  }

  /** Of the node that has heard of the latest change. Null when none answers. */
  async #findView(): Promise<View | null> {
    const views = await Promise.all([...this.#nodes].map(([address, node]) => askForView(address, node)))
    const [latest] = views.filter((view) => view !== null).toSorted((a, b) => b.epoch - a.epoch)
    return latest ?? null
  }

  #follow({ address, slots }: View): void {
    this.#slots = slots
    this.#owners = readSlotOwners(JSON.parse(slots), address.slice(0, address.lastIndexOf(':')))
    const masters = new Set(this.#owners.values())
    for (const master of masters) if (!this.#nodes.has(master)) this.#open(master)
    for (const channel of this.#places.keys()) this.#place(channel)
    for (const [known, node] of this.#nodes) {
      if (masters.has(known)) continue
      this.#nodes.delete(known)
      void node.close()
    }
    this.#options.onChange()
  }
}

/** How a node sees the cluster. */
interface View {
  readonly address: string
  /** The answer to CLUSTER SLOTS, as JSON. */
  readonly slots: string
  /** Rises with each change of the cluster that a node hears of. */
  readonly epoch: number
}

async function askForView(address: string, node: RedisNode): Promise<View | null> {
  try {
    const [info, slots] = await Promise.all([node.call('cluster', 'info'), node.call('cluster', 'slots')])
    const epoch = Number(/cluster_current_epoch:(\d+)/.exec(String(info))?.[1])
    return Array.isArray(slots) && slots.length > 0 ? { address, slots: JSON.stringify(slots), epoch } : null
  } catch {
    return null
  }
}
