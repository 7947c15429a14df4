-- Who set the rule of space and when; the newest of a scope holds, and what held before stays.
ALTER TABLE room_sharing ADD COLUMN set_by text NOT NULL DEFAULT 'linli';
ALTER TABLE room_sharing ADD COLUMN set_at timestamptz NOT NULL DEFAULT '2026-01-01T00:00:00+08:00';
ALTER TABLE room_sharing ALTER COLUMN set_by DROP DEFAULT, ALTER COLUMN set_at DROP DEFAULT;
ALTER TABLE room_sharing DROP CONSTRAINT room_sharing_pkey, ADD PRIMARY KEY (scope, set_at);
CREATE TRIGGER room_sharing_is_history BEFORE UPDATE OR DELETE ON room_sharing
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
