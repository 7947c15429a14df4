-- Money that has moved to cover an obligation.

CREATE TABLE funding (
    id        bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit      text COLLATE "C" NOT NULL,
    period    text COLLATE "C" NOT NULL,
    amount    bigint           NOT NULL CHECK (amount > 0),
    paid_on   date             NOT NULL,
    reference text             NOT NULL CHECK (char_length(reference) BETWEEN 1 AND 200),
    booked_by text             NOT NULL,
    booked_at timestamptz      NOT NULL DEFAULT now(),
    FOREIGN KEY (unit, period) REFERENCES return_obligation,
    -- The same transfer is booked once for a branch and period, whatever key a client sends.
    UNIQUE (unit, period, reference)
);
CREATE INDEX funding_by_unit ON funding (unit, id);

CREATE TRIGGER funding_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON funding
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
