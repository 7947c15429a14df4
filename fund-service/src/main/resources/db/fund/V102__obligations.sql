-- What a branch owes for a period. Terms are frozen on the first accrual; the sums follow each accepted version.

CREATE TABLE return_obligation (
    unit              text COLLATE "C" NOT NULL CHECK (unit ~ '^[0-9]{12}$'),
    period            text COLLATE "C" NOT NULL CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    policy_id         bigint           NOT NULL REFERENCES return_policy,
    base_kind         text             NOT NULL,
    rate              numeric(5, 4)    NOT NULL CHECK (rate BETWEEN 0.2 AND 1),
    statement_id      text             NOT NULL,
    statement_version integer          NOT NULL,
    gross             bigint           NOT NULL,
    tax               bigint           NOT NULL,
    direct_cost       bigint           NOT NULL,
    base              bigint           NOT NULL,
    owed              bigint           NOT NULL CHECK (owed >= 0),
    funded            bigint           NOT NULL DEFAULT 0 CHECK (funded >= 0),
    -- Of the last event of this obligation, from 1 without gaps.
    sequence          bigint           NOT NULL,
    outstanding       bigint           GENERATED ALWAYS AS (greatest(owed - funded, 0)) STORED,
    state             text             GENERATED ALWAYS AS (CASE
                          WHEN funded > owed THEN 'OVERFUNDED'
                          WHEN owed = 0      THEN 'NOTHING_OWED'
                          WHEN funded = owed THEN 'FUNDED'
                          WHEN funded = 0    THEN 'OWED'
                          ELSE 'PARTLY_FUNDED' END) STORED,
    changed_at        timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (unit, period)
);
CREATE INDEX return_obligation_by_period ON return_obligation (period, unit);

-- One row an accepted version: the way from nothing to what is owed now.
CREATE TABLE obligation_accrual (
    unit         text COLLATE "C" NOT NULL,
    period       text COLLATE "C" NOT NULL,
    version      integer          NOT NULL,
    statement_id text             NOT NULL UNIQUE,
    gross        bigint           NOT NULL,
    tax          bigint           NOT NULL,
    direct_cost  bigint           NOT NULL,
    base         bigint           NOT NULL,
    owed         bigint           NOT NULL CHECK (owed >= 0),
    change       bigint           NOT NULL,
    accepted_by  text             NOT NULL,
    accepted_at  timestamptz      NOT NULL,
    accrued_at   timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (unit, period, version),
    FOREIGN KEY (unit, period) REFERENCES return_obligation
);

CREATE TRIGGER obligation_accrual_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON obligation_accrual
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
