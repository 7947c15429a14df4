-- Open calls (英雄帖): what a branch or its street seeks, until when, and by which criteria proposals are weighed.

CREATE TABLE open_call (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    unit_code       text        COLLATE "C" NOT NULL,
    title           text        NOT NULL,
    seeking         text        NOT NULL,
    modes           text[]      NOT NULL CHECK (cardinality(modes) > 0),
    line            text        NOT NULL,
    conditions      text,
    deadline        timestamptz NOT NULL,
    -- [{code, name, weight}], weights sum to 100; [{code, name, required}]
    criteria        jsonb       NOT NULL,
    documents       jsonb       NOT NULL,
    state           text        NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'CLOSED', 'CANCELLED')),
    -- Why it was cancelled.
    reason          text,
    -- Of every change, for conditional requests; and of its events.
    version         bigint      NOT NULL DEFAULT 1,
    sequence        bigint      NOT NULL DEFAULT 0,
    created_by      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    published_at    timestamptz,
    closed_at       timestamptz,
    -- Title, what is sought and conditions, ready to be found.
    search_text     text        NOT NULL,
    search_initials text        NOT NULL,
    grams           text[]      NOT NULL
);
CREATE INDEX open_call_by_unit ON open_call (unit_code, id);
CREATE INDEX open_call_due ON open_call (deadline) WHERE state = 'PUBLISHED';
CREATE INDEX open_call_grams ON open_call USING gin (grams);

-- Who did what with a call and when.
CREATE TABLE open_call_history (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_id uuid        NOT NULL REFERENCES open_call,
    action  text        NOT NULL,
    actor   text        NOT NULL,
    at      timestamptz NOT NULL,
    reason  text
);
CREATE INDEX open_call_history_of ON open_call_history (call_id, id);
CREATE TRIGGER open_call_history_stays BEFORE UPDATE OR DELETE ON open_call_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
