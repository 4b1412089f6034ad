CREATE TABLE "admin" (
    "account_id" UUID PRIMARY KEY REFERENCES "account" ("id"),
    "appointed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
