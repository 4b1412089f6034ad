import { vi } from 'vitest'
import { WebSocket } from 'ws'

/** Gives the code of guides what browsers have, and Node has in later versions alone, until `vi.unstubAllGlobals`. */
export function pretendBrowser(): void {
  vi.stubGlobal('WebSocket', globalThis.WebSocket ?? WebSocket)
  vi.stubGlobal('localStorage', new MemoryStorage())
  vi.stubGlobal('navigator', { locks: new Locks() })
}

class MemoryStorage {
  readonly #items = new Map<string, string>()

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, value)
  }
}

/** As navigator.locks, of one name. */
class Locks {
  #last: Promise<unknown> = Promise.resolve()

  request<Result>(_name: string, work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }
}
