-- Flagged accounts wait behind all others of a room, those included who come later (docs/adr/0020): until nobody else waits, their places
-- have no number, and are counted apart.

ALTER TABLE "waiting_room"
    -- The highest that a flagged account was given, and up to which they were let in.
    ADD COLUMN "last_behind" BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN "behind_let_in" BIGINT NOT NULL DEFAULT 0;

ALTER TABLE "waiting_place"
    ALTER COLUMN "number" DROP NOT NULL,
    -- The how-manieth of those who are flagged; null for all others, and from when it is let in, as it has a number then.
    ADD COLUMN "behind" BIGINT,
    ADD CHECK (("number" IS NULL) <> ("behind" IS NULL));
CREATE UNIQUE INDEX "waiting_place_behind_key" ON "waiting_place" ("room_id", "behind") WHERE "behind" IS NOT NULL;
