CREATE TABLE "partner_schema" (
    -- SHA-256 of the text.
    "hash" TEXT PRIMARY KEY CHECK ("hash" ~ '^[0-9a-f]{64}$'),
    "text" TEXT NOT NULL
);

-- Null where an operation was registered before schemas were kept.
ALTER TABLE "partner_operation" ADD COLUMN "schema_hash" TEXT REFERENCES "partner_schema" ("hash");
