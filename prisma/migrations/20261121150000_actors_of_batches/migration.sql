-- A statement may change seats for several accounts. Then the setting marquee.actors is a JSON object with the actor of each booking, and a
-- seat's actor is that of the booking that has it afterwards. Else it is marquee.actor, as before.

CREATE OR REPLACE FUNCTION "log_updated_seats"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "now" CONSTANT TIMESTAMPTZ := date_trunc('milliseconds', clock_timestamp());
    "one" CONSTANT TEXT := coalesce(nullif(current_setting('marquee.actor', true), ''), session_user);
    "each" CONSTANT JSONB := nullif(current_setting('marquee.actors', true), '');
BEGIN
    INSERT INTO "public"."seat_event" ("show_id", "seat_id", "at", "version", "actor", "before_status", "after_status",
        "before_booking_id", "after_booking_id", "before_held_until", "after_held_until", "before_price", "after_price")
    SELECT "n"."show_id", "n"."seat_id", "now", "n"."version", coalesce("each" ->> "n"."booking_id"::text, "one"), "o"."status", "n"."status",
        "o"."booking_id", "n"."booking_id", "o"."held_until", "n"."held_until", "o"."price", "n"."price"
    FROM "new_seat" AS "n" JOIN "old_seat" AS "o" ON "o"."show_id" = "n"."show_id" AND "o"."seat_id" = "n"."seat_id"
    WHERE "n"."version" <> "o"."version";
    RETURN NULL;
END
$$;
