const MOST_WAITING = 10

/** The operations of a socket that have not begun. While there are many, its client is not heard: what it sends waits with it. */
export class OperationQueue {
  #size = 0
  #onRoom: (() => void) | null = null

  get isFull(): boolean {
    return this.#size >= MOST_WAITING
  }

  /** One more, until what is given is called. */
  enter(): () => void {
    this.#size += 1
    let isIn = true
    return () => {
      if (!isIn) return
      isIn = false
      this.#size -= 1
      this.#onRoom?.()
      this.#onRoom = null
    }
  }

  /** Resolves once there is room for one more. To be asked by one at a time. */
  room(): Promise<void> {
    if (!this.isFull) return Promise.resolve()
    return new Promise((resolve) => {
      this.#onRoom = resolve
    })
  }
}
