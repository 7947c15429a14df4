-- An endpoint can be ended for good: it stays as history, with what was sent to it, and counts no more.

ALTER TABLE webhook_endpoint
    DROP CONSTRAINT webhook_endpoint_state_check,
    ADD CONSTRAINT webhook_endpoint_state_check CHECK (state IN ('ACTIVE', 'DISABLED', 'ENDED')),
    ADD COLUMN ended_by text,
    ADD COLUMN ended_at timestamptz,
    ADD CHECK ((state = 'ENDED') = (ended_at IS NOT NULL)),
    ADD CHECK ((ended_by IS NULL) = (ended_at IS NULL));
