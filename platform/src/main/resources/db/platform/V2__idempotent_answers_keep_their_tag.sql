-- The version that the answer showed: a client that lost the first answer goes on from the second as well.
ALTER TABLE idempotency ADD COLUMN etag text;
