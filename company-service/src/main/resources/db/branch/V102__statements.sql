-- One row a branch and period: the lock under which its statements move, and the sequence of their events.
CREATE TABLE statement_series (
    unit_code text   COLLATE "C" NOT NULL REFERENCES unit (code),
    period    text   COLLATE "C" NOT NULL,
    sequence  bigint NOT NULL DEFAULT 0,
    version   int    NOT NULL DEFAULT 0,
    PRIMARY KEY (unit_code, period)
);

CREATE TABLE revenue_statement (
    id           text        COLLATE "C" PRIMARY KEY,
    unit_code    text        COLLATE "C" NOT NULL,
    period       text        COLLATE "C" NOT NULL,
    version      int         NOT NULL,
    state        text        NOT NULL
                 CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'SUPERSEDED', 'DISCARDED')),
    supersedes   text        COLLATE "C",
    unit_class   text,
    gross        bigint,
    tax          bigint,
    direct_cost  bigint,
    entries      int,
    reasons      text[]      NOT NULL DEFAULT '{}',
    created_by   text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    submitted_by text,
    submitted_at timestamptz,
    decided_by   text,
    decided_at   timestamptz,
    UNIQUE (unit_code, period, version),
    FOREIGN KEY (unit_code, period) REFERENCES statement_series
);
CREATE UNIQUE INDEX one_open_statement ON revenue_statement (unit_code, period)
    WHERE state IN ('DRAFT', 'SUBMITTED', 'RETURNED');
CREATE UNIQUE INDEX one_accepted_statement ON revenue_statement (unit_code, period) WHERE state = 'ACCEPTED';
CREATE INDEX revenue_statement_state ON revenue_statement (state, unit_code, period);

-- The lines as submitted: the entries of the branch and period, summed by what HQ looks at.
CREATE TABLE statement_line (
    statement_id text   COLLATE "C" NOT NULL REFERENCES revenue_statement (id),
    position     int    NOT NULL,
    line         text   NOT NULL,
    project      text,
    partner      text,
    counterparty text   COLLATE "C",
    gross        bigint NOT NULL,
    tax          bigint NOT NULL,
    direct_cost  bigint NOT NULL,
    entries      int    NOT NULL,
    PRIMARY KEY (statement_id, position)
);

-- Who did what and when; only ever added to.
CREATE TABLE statement_history (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    statement_id text        COLLATE "C" NOT NULL REFERENCES revenue_statement (id),
    action       text        NOT NULL,
    actor        text        NOT NULL,
    at           timestamptz NOT NULL,
    reasons      text[]      NOT NULL DEFAULT '{}'
);
CREATE INDEX statement_history_statement ON statement_history (statement_id, id);

CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON statement_history
    FOR EACH ROW EXECUTE FUNCTION keep_history();
