import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { findOnPath } from '../../src/runtime/findOnPath.js'
import { findFreePort } from '../../src/runtime/freePort.js'
import { startTied, type TiedProcess } from '../../src/runtime/tiedProcess.js'
import { waitUntil } from '../runtime/waitUntil.js'

const READY = /ready to accept connections/i
const SLOTS = 16_384
const PASSWORD = randomBytes(24).toString('base64url')

/** One of a cluster, which can be killed, and comes back as what it was. */
export class ClusterNode {
  readonly port: number
  readonly busPort: number
  readonly folder: string
  readonly url: string
  #process: TiedProcess | null = null

  private constructor(port: number, busPort: number, folder: string) {
    this.port = port
    this.busPort = busPort
    this.folder = folder
    this.url = `redis://:${PASSWORD}@127.0.0.1:${port}`
  }

  static async start(tries = 3): Promise<ClusterNode> {
    const folder = await mkdtemp(join(tmpdir(), 'marquee-cluster-'))
    const node = new ClusterNode(await findFreePort(), await findFreePort(), folder)
    try {
      await node.start()
      return node
    } catch (error) {
      await node.close()
      // Somebody has taken a port in between.
      if (tries > 1) return ClusterNode.start(tries - 1)
      throw error
    }
  }

  async start(): Promise<void> {
    let becomeReady = () => {}
    const ready = new Promise<void>((resolve) => {
      becomeReady = resolve
    })
    this.#process = await startTied({
      command: (await findOnPath(['redis-server', 'valkey-server']))!,
      args: ['-'],
      input: this.#configure(),
      stopSignals: [{ signal: 'TERM', seconds: 1 }],
      onLine: (line) => {
        if (READY.test(line)) becomeReady()
      },
    })
    const how = await Promise.race([ready, this.#process.ended])
    if (typeof how === 'string') throw new Error(`A Redis of the cluster did not start (${how}).`)
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    process.kill(this.#process!.pid, signal)
  }

  async kill(): Promise<void> {
    process.kill(this.#process!.pid, 'SIGKILL')
    await this.#process!.ended
  }

  /** Runs a command, and gives its answer. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  async call(...command: [string, ...(string | number)[]]): Promise<any> {
    const client = new Redis(this.url, { retryStrategy: () => null })
    try {
      return await client.call(...command)
    } finally {
      client.disconnect()
    }
  }

  async close(): Promise<void> {
    await this.#process?.stop()
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  #configure(): string {
    return [
      'bind 127.0.0.1',
      `port ${this.port}`,
      `requirepass ${PASSWORD}`,
      `masterauth ${PASSWORD}`,
      'save ""',
      'appendonly no',
      `dir "${this.folder}"`,
      'cluster-enabled yes',
      `cluster-port ${this.busPort}`,
      'cluster-node-timeout 2000',
      '',
    ].join('\n')
  }
}

/** A Redis Cluster of three masters on this machine. */
export class RedisClusterStand {
  readonly masters: readonly ClusterNode[]
  readonly #all: ClusterNode[]

  private constructor(masters: readonly ClusterNode[]) {
    this.masters = masters
    this.#all = [...masters]
  }

  static async start(): Promise<RedisClusterStand> {
    const masters = await Promise.all([ClusterNode.start(), ClusterNode.start(), ClusterNode.start()])
    const size = Math.ceil(SLOTS / masters.length)
    for (const [index, node] of masters.entries()) {
      await node.call('CLUSTER', 'ADDSLOTSRANGE', index * size, Math.min((index + 1) * size, SLOTS) - 1)
      await node.call('CLUSTER', 'SET-CONFIG-EPOCH', index + 1)
    }
    const cluster = new RedisClusterStand(masters)
    for (const node of masters.slice(1)) await cluster.#join(node)
    await cluster.settle()
    return cluster
  }

  /** As REDIS_URL has it. */
  get url(): string {
    return this.masters.map(({ url }) => url).join(',')
  }

  /** Adds a replica, which takes the place of its master when that is gone. */
  async addReplica(master: ClusterNode): Promise<ClusterNode> {
    const replica = await ClusterNode.start()
    this.#all.push(replica)
    await this.#join(replica)
    const id = await master.call('CLUSTER', 'MYID')
    // Refused until it has heard of its master.
    await waitUntil(async () => (await replica.call('CLUSTER', 'REPLICATE', id).catch(() => null)) === 'OK')
    await waitUntil(async () => /master_link_status:up/.test(await replica.call('INFO', 'replication')))
    await waitUntil(async () => (await master.call('CLUSTER', 'REPLICAS', id)).length === 1)
    return replica
  }

  /** Waits until all of it serves. */
  async settle(): Promise<void> {
    for (const node of this.masters) {
      await waitUntil(async () => /cluster_state:ok/.test(await node.call('CLUSTER', 'INFO').catch(() => '')))
    }
  }

  /** The master that has a slot at first. */
  ownerOf(slot: number): ClusterNode {
    return this.masters[Math.floor(slot / Math.ceil(SLOTS / this.masters.length))]!
  }

  async move(slot: number, from: ClusterNode, to: ClusterNode): Promise<void> {
    const [source, target] = [await from.call('CLUSTER', 'MYID'), await to.call('CLUSTER', 'MYID')]
    await to.call('CLUSTER', 'SETSLOT', slot, 'IMPORTING', source)
    await from.call('CLUSTER', 'SETSLOT', slot, 'MIGRATING', target)
    await to.call('CLUSTER', 'SETSLOT', slot, 'NODE', target)
    await from.call('CLUSTER', 'SETSLOT', slot, 'NODE', target)
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((node) => node.close()))
  }

  async #join(node: ClusterNode): Promise<void> {
    const { port, busPort } = this.masters[0]!
    await node.call('CLUSTER', 'MEET', '127.0.0.1', port, busPort)
  }
}
