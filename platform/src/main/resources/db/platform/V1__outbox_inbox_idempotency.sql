-- Events leave with the transaction that made them. Partitions of a million ids each; the relay's housekeeping makes
-- the next ones ahead of time and drops those whose events were all sent long ago.
CREATE TABLE outbox (
    id             bigint      GENERATED ALWAYS AS IDENTITY,
    event_id       uuid        NOT NULL,
    topic          text        NOT NULL,
    type           text        NOT NULL,
    subject        text        NOT NULL,
    key            text        NOT NULL,
    sequence       bigint      NOT NULL CHECK (sequence > 0),
    occurred_at    timestamptz NOT NULL DEFAULT now(),
    correlation_id text,
    traceparent    text,
    data           text        NOT NULL,
    sent           boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);

CREATE TABLE outbox_p0 PARTITION OF outbox FOR VALUES FROM (0) TO (1000000);
CREATE TABLE outbox_p1 PARTITION OF outbox FOR VALUES FROM (1000000) TO (2000000);
CREATE INDEX outbox_unsent ON outbox (id) WHERE NOT sent;

-- One active relay a service. The token rises with every change of hands; a mark with an old token changes nothing.
CREATE TABLE relay_lease (
    name       text        PRIMARY KEY,
    holder     text        NOT NULL,
    token      bigint      NOT NULL,
    held_until timestamptz NOT NULL
);

-- What each consumer has seen, and how far each subject's events have come.
CREATE TABLE inbox (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);

CREATE TABLE inbox_sequence (
    consumer text   NOT NULL,
    topic    text   NOT NULL,
    subject  text   NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY (consumer, topic, subject)
);

-- A command's key, what it asked and what was answered, in the command's own transaction.
CREATE TABLE idempotency (
    caller     text        NOT NULL,
    key        text        NOT NULL,
    request    bytea       NOT NULL,
    status     int,
    location   text,
    answer     text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
