-- What a token was given for: whoever uses it has got the answer, and need not come with its parent again.
ALTER TABLE "refresh_token" ADD COLUMN "parent" BYTEA CHECK (length("parent") = 32);
