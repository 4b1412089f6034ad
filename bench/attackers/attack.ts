/** Something that is sent to wear a server out. */
export interface Attack {
  readonly name: string
  /** How many send it at once. */
  readonly attackers: number
  /** Connects one of them. What it gives sends once, each time by another number, and is done when that may be done again. */
  open(target: Target): Promise<(number: number) => Promise<unknown>>
}

export interface Target {
  readonly port: number
  /** The global id of a show with many seats. */
  readonly showId: string
}
