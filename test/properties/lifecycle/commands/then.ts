import fc from 'fast-check'
import type { Model } from '../model/model.js'
import type { Real } from '../real.js'

type Command = fc.AsyncCommand<Model, Real>

/** One command and, where it makes sense then, another right after it: what chance alone hardly ever brings together. */
export class Then implements Command {
  readonly #first: Command
  readonly #next: Command

  constructor(first: Command, next: Command) {
    this.#first = first
    this.#next = next
  }

  check(model: Readonly<Model>): boolean {
    return this.#first.check(model)
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.#first.run(model, real)
    if (this.#next.check(model)) await this.#next.run(model, real)
  }

  [fc.cloneMethod](): Then {
    return new Then(cloned(this.#first), cloned(this.#next))
  }

  toString(): string {
    return `${this.#first}, then ${this.#next}`
  }
}

function cloned(command: Command): Command {
  return fc.hasCloneMethod(command) ? command[fc.cloneMethod]() : command
}
