-- Who set what a trial must show and when; the newest of a scope holds, and what held before stays.
ALTER TABLE trial_threshold ADD COLUMN set_by text NOT NULL DEFAULT 'linli';
ALTER TABLE trial_threshold ADD COLUMN set_at timestamptz NOT NULL DEFAULT '2026-01-01T00:00:00+08:00';
ALTER TABLE trial_threshold ALTER COLUMN set_by DROP DEFAULT, ALTER COLUMN set_at DROP DEFAULT;
ALTER TABLE trial_threshold DROP CONSTRAINT trial_threshold_pkey, ADD PRIMARY KEY (scope, set_at);
CREATE TRIGGER trial_threshold_is_history BEFORE UPDATE OR DELETE ON trial_threshold
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
