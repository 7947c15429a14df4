-- Where partners are told of their events, after the Standard Webhooks specification 1.0.

CREATE TABLE webhook_endpoint (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    partner_id   uuid        NOT NULL REFERENCES partner,
    url          text        NOT NULL CHECK (length(url) <= 500),
    -- Empty: every type.
    types        text[]      NOT NULL,
    state        text        NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'DISABLED')),
    -- Sealed. During a rotation the secret before it signs beside the new one until its time is over.
    secret       text        NOT NULL,
    old_secret   text,
    old_until    timestamptz,
    created_by   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    version      bigint      NOT NULL DEFAULT 1,
    CHECK ((old_secret IS NULL) = (old_until IS NULL))
);
CREATE INDEX webhook_endpoint_by_partner ON webhook_endpoint (partner_id, id);

-- One event for one endpoint, and how far it has come.
CREATE TABLE webhook_delivery (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    endpoint_id uuid        NOT NULL REFERENCES webhook_endpoint,
    event_id    uuid        NOT NULL,
    type        text        NOT NULL,
    body        text        NOT NULL,
    state       text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DELIVERED', 'DEAD')),
    -- Since it was last begun anew; the schedule of retries goes by it.
    tries       integer     NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (endpoint_id, event_id)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, due_at) WHERE state = 'WAITING';
CREATE INDEX webhook_delivery_list ON webhook_delivery (endpoint_id, id);

CREATE TABLE webhook_attempt (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    delivery_id uuid        NOT NULL REFERENCES webhook_delivery,
    at          timestamptz NOT NULL,
    -- Of the answer; absent where none came.
    status      integer,
    outcome     text        NOT NULL CHECK (length(outcome) <= 200),
    millis      bigint      NOT NULL
);
CREATE INDEX webhook_attempt_by_delivery ON webhook_attempt (delivery_id, id);
CREATE TRIGGER webhook_attempt_is_kept BEFORE UPDATE OR DELETE ON webhook_attempt
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
