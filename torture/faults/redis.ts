import { type Fault, wait } from './fault.js'

export const stopRedis: Fault = {
  name: 'Redis stopped for a while',
  weight: 2,
  async run({ redis }, random, signal) {
    redis.signal('SIGSTOP')
    await wait(random.between(500, 6_000), signal)
    redis.signal('SIGCONT')
  },
}

export const loseRedis: Fault = {
  name: 'Redis lost',
  weight: 2,
  async run({ redis }, random, signal) {
    await redis.kill()
    await wait(random.between(100, 3_000), signal)
    await redis.start()
  },
}
