-- The log of seats: each change of a row of show_seat leaves one here, in its transaction, whoever makes it: docs/adr/0010.

-- No foreign keys, and no index but the key: a hold pays for them.
CREATE TABLE "seat_event" (
    "show_id" INTEGER NOT NULL,
    "seat_id" INTEGER NOT NULL,
    -- Rises with each change of a seat, as these come one after the other.
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    -- Cut to milliseconds, so that a map of the moment that is told shows the change.
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
    "version" INTEGER NOT NULL,
    "actor" TEXT NOT NULL DEFAULT coalesce(nullif(current_setting('marquee.actor', true), ''), session_user),
    "cause" TEXT NOT NULL DEFAULT coalesce(nullif(current_setting('marquee.cause', true), ''), 'sql'),
    -- Null for a seat that was not there before.
    "before_status" "seat_status",
    -- Null for a seat that is not there any more.
    "after_status" "seat_status",
    "before_booking_id" UUID,
    "after_booking_id" UUID,
    "before_held_until" TIMESTAMPTZ(3),
    "after_held_until" TIMESTAMPTZ(3),
    "before_price" INTEGER,
    "after_price" INTEGER,
    PRIMARY KEY ("show_id", "seat_id", "id")
);

-- Seats that have changed before there was a log begin as they are.
INSERT INTO "seat_event" ("show_id", "seat_id", "version", "cause", "after_status", "after_booking_id", "after_held_until", "after_price")
SELECT "show_id", "seat_id", "version", 'migration', "status", "booking_id", "held_until", "price"
FROM "show_seat" WHERE "status" <> 'AVAILABLE' OR "version" <> 0 ORDER BY "show_id", "seat_id";

-- Triggers are ENABLE ALWAYS, as session_replication_role would switch off others, and name the schema, as a temporary table
-- would be found first.

CREATE FUNCTION "refuse_statement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: %', lower(TG_OP), TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END
$$;

-- Whatever changes counts, whoever changes it.
DROP TRIGGER "show_seat_changed" ON "show_seat";
CREATE TRIGGER "show_seat_changed" BEFORE UPDATE ON "show_seat" FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION "show_seat_changed"();
CREATE TRIGGER "show_seat_stays" BEFORE UPDATE OF "show_id", "seat_id" ON "show_seat" FOR EACH ROW
    WHEN (OLD."show_id" <> NEW."show_id" OR OLD."seat_id" <> NEW."seat_id")
    EXECUTE FUNCTION "refuse_statement"('a seat stays the seat that it is');

-- Once a statement, when all of its parts are done.
CREATE FUNCTION "log_updated_seats"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "now" CONSTANT TIMESTAMPTZ := date_trunc('milliseconds', clock_timestamp());
BEGIN
    INSERT INTO "public"."seat_event" ("show_id", "seat_id", "at", "version", "before_status", "after_status", "before_booking_id",
        "after_booking_id", "before_held_until", "after_held_until", "before_price", "after_price")
    SELECT "n"."show_id", "n"."seat_id", "now", "n"."version", "o"."status", "n"."status", "o"."booking_id",
        "n"."booking_id", "o"."held_until", "n"."held_until", "o"."price", "n"."price"
    FROM "new_seat" AS "n" JOIN "old_seat" AS "o" ON "o"."show_id" = "n"."show_id" AND "o"."seat_id" = "n"."seat_id"
    WHERE "n"."version" <> "o"."version";
    RETURN NULL;
END
$$;
CREATE TRIGGER "show_seat_updated" AFTER UPDATE ON "show_seat" REFERENCING OLD TABLE AS "old_seat" NEW TABLE AS "new_seat"
    FOR EACH STATEMENT EXECUTE FUNCTION "log_updated_seats"();

-- A seat that begins as a free one leaves nothing: catalogues have millions.
CREATE FUNCTION "log_inserted_seat"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "public"."seat_event" ("show_id", "seat_id", "version", "after_status", "after_booking_id", "after_held_until", "after_price")
    VALUES (NEW."show_id", NEW."seat_id", NEW."version", NEW."status", NEW."booking_id", NEW."held_until", NEW."price");
    RETURN NULL;
END
$$;
CREATE TRIGGER "show_seat_inserted" AFTER INSERT ON "show_seat" FOR EACH ROW
    WHEN (NEW."status" <> 'AVAILABLE' OR NEW."version" <> 0) EXECUTE FUNCTION "log_inserted_seat"();

CREATE FUNCTION "log_deleted_seat"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "public"."seat_event" ("show_id", "seat_id", "version", "before_status", "before_booking_id", "before_held_until", "before_price")
    VALUES (OLD."show_id", OLD."seat_id", OLD."version" + 1, OLD."status", OLD."booking_id", OLD."held_until", OLD."price");
    RETURN NULL;
END
$$;
CREATE TRIGGER "show_seat_deleted" AFTER DELETE ON "show_seat" FOR EACH ROW EXECUTE FUNCTION "log_deleted_seat"();
CREATE TRIGGER "show_seat_truncated" BEFORE TRUNCATE ON "show_seat" FOR EACH STATEMENT
    EXECUTE FUNCTION "refuse_statement"('it would leave no events, DELETE does');

-- Only the triggers above write, and nobody changes what is written.
CREATE TRIGGER "seat_event_inserted" BEFORE INSERT ON "seat_event" FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0)
    EXECUTE FUNCTION "refuse_statement"('events come of changes of show_seat');
CREATE TRIGGER "seat_event_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "seat_event" FOR EACH STATEMENT
    EXECUTE FUNCTION "refuse_statement"('the log is only ever added to');

ALTER TABLE "show_seat"
    ENABLE ALWAYS TRIGGER "show_seat_changed",
    ENABLE ALWAYS TRIGGER "show_seat_stays",
    ENABLE ALWAYS TRIGGER "show_seat_updated",
    ENABLE ALWAYS TRIGGER "show_seat_inserted",
    ENABLE ALWAYS TRIGGER "show_seat_deleted",
    ENABLE ALWAYS TRIGGER "show_seat_truncated";
ALTER TABLE "seat_event"
    ENABLE ALWAYS TRIGGER "seat_event_inserted",
    ENABLE ALWAYS TRIGGER "seat_event_changed";
