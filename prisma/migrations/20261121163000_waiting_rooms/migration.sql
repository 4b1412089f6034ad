-- Waiting rooms: who wants seats of a show gets a place, and is let in when the turn of its number comes (docs/adr/0020).

CREATE TYPE "waiting_room_mode" AS ENUM ('ARRIVAL', 'LOTTERY');

CREATE TABLE "waiting_room" (
    "id" SERIAL PRIMARY KEY,
    -- Null for the room of all shows that have none of their own.
    "show_id" INTEGER REFERENCES "show" ("id"),
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "mode" "waiting_room_mode" NOT NULL,
    -- How fast it lets in, the present pace last: [{ "since": ms since 1970, "before": how many were let in by then, "perSecond" }].
    "paces" JSONB NOT NULL,
    -- The highest number that was given. Each place that is taken adds to it: no index may hold it.
    "last_number" BIGINT NOT NULL DEFAULT 0,
    -- What the lottery is drawn by, and how many numbers take part: both are fixed once the sale is open, and not before.
    "seed" TEXT,
    "drawn" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    CHECK (("seed" IS NULL) = ("drawn" IS NULL)),
    CHECK ("seed" IS NULL OR "mode" = 'LOTTERY')
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX "waiting_room_open_key" ON "waiting_room" (coalesce("show_id", 0)) WHERE "closed_at" IS NULL;

-- Without a reference to the account: joining would have to look it up, and whoever has a token of it has one.
CREATE TABLE "waiting_place" (
    "room_id" INTEGER NOT NULL REFERENCES "waiting_room" ("id"),
    "account_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    PRIMARY KEY ("room_id", "account_id"),
    UNIQUE ("room_id", "number")
);
