import type { AddressInfo } from 'node:net'
import { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import { PrismaPg } from '@prisma/adapter-pg'
import express from 'express'
import { jwtVerify } from 'jose'
import { Prisma, PrismaClient } from '../../src/generated/prisma/client.js'
import { announce } from './announce.js'

// What a tutorial would write: Apollo on Express, and an interactive transaction of Prisma, run again on P2034.

const typeDefs = `
  type Query { ok: Boolean! }
  type Mutation { holdSeats(input: HoldSeatsInput!): HoldSeatsResult! }
  input HoldSeatsInput { showId: Int! seatIds: [Int!]! }
  union HoldSeatsResult = HoldSeatsSuccess | SeatsUnavailableError
  type HoldSeatsSuccess { booking: Booking! }
  type Booking { id: ID! expiresAt: String! }
  type SeatsUnavailableError { message: String! }
`

interface Context {
  readonly accountId: string
}

interface Input {
  readonly showId: number
  readonly seatIds: number[]
}

const HOLD_MS = 600_000
const MAX_TRIES = 5
const secret = new TextEncoder().encode(process.env.JWT_SECRET)
const prisma = new PrismaClient({
  adapter: new PrismaPg({
    connectionString: process.env.DATABASE_URL!,
    max: Number(process.env.DATABASE_POOL_SIZE),
  }),
})

const apollo = new ApolloServer<Context>({
  typeDefs,
  resolvers: {
    Query: { ok: () => true },
    Mutation: {
      holdSeats: async (_root: unknown, { input }: { input: Input }, context: Context) => {
        const booking = await retry(() => holdSeats(context.accountId, input))
        if (booking === null) return { __typename: 'SeatsUnavailableError', message: 'Some seats are taken.' }
        return { __typename: 'HoldSeatsSuccess', booking }
      },
    },
    Booking: { expiresAt: ({ expiresAt }: { expiresAt: Date }) => expiresAt.toISOString() },
  },
})

function holdSeats(accountId: string, { showId, seatIds }: Input) {
  return prisma.$transaction(
    async (tx) => {
      const show = await tx.show.findUnique({ where: { id: showId } })
      if (show === null || show.cancelledAt !== null || show.startsAt <= new Date()) return null
      const seats = await tx.showSeat.findMany({ where: { showId, seatId: { in: seatIds }, status: 'AVAILABLE' } })
      if (seats.length !== seatIds.length) return null
      const expiresAt = new Date(Date.now() + HOLD_MS)
      const booking = await tx.booking.create({
        data: {
          id: crypto.randomUUID(),
          accountId,
          showId,
          status: 'PENDING',
          seatIds,
          seatPrices: seats.map(({ price }) => price),
          total: seats.reduce((sum, { price }) => sum + price, 0),
          currency: show.currency,
          createdAt: new Date(),
          expiresAt,
        },
      })
      await tx.showSeat.updateMany({
        where: { showId, seatId: { in: seatIds } },
        data: { status: 'HELD', heldUntil: expiresAt, bookingId: booking.id },
      })
      return booking
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.Serializable },
  )
}

async function retry<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const isConflict = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034'
      if (!isConflict || tries === MAX_TRIES) throw error
    }
  }
}

await apollo.start()
const app = express()
app.use(
  '/graphql',
  express.json(),
  expressMiddleware(apollo, {
    context: async ({ req }) => {
      const token = String(req.headers.authorization).replace('Bearer ', '')
      const { payload } = await jwtVerify(token, secret)
      return { accountId: payload.sub! }
    },
  }),
)
const server = app.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port))
