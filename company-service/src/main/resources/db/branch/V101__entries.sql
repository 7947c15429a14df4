-- What a branch earned. Content is never changed: an entry is withdrawn before it was reported, reversed after.
CREATE TABLE revenue_entry (
    entry_no         text        COLLATE "C" PRIMARY KEY,
    unit_code        text        COLLATE "C" NOT NULL REFERENCES unit (code),
    period           text        COLLATE "C" NOT NULL,
    date             date        NOT NULL,
    line             text        NOT NULL REFERENCES business_line (code),
    project          text,
    counterparty     text        COLLATE "C" REFERENCES unit (code),
    partner          text,
    gross            bigint      NOT NULL,
    tax              bigint      NOT NULL,
    direct_cost      bigint      NOT NULL,
    memo             text,
    recorded_by      text        NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT now(),
    -- Version of the statement that first reported it; none while it still waits to be reported.
    reported_version int,
    withdrawn_by     text,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    CHECK (abs(tax) <= abs(gross) AND tax::numeric * gross >= 0),
    CHECK (abs(direct_cost) <= abs(gross) AND direct_cost::numeric * gross >= 0),
    CHECK (withdrawn_at IS NULL OR reported_version IS NULL)
);
CREATE INDEX revenue_entry_unit_period ON revenue_entry (unit_code, period, entry_no);
CREATE INDEX revenue_entry_waiting ON revenue_entry (unit_code, period)
    WHERE reported_version IS NULL AND withdrawn_at IS NULL;

CREATE FUNCTION keep_entry_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
       OR (OLD.entry_no, OLD.unit_code, OLD.period, OLD.date, OLD.line, OLD.gross, OLD.tax, OLD.direct_cost)
          IS DISTINCT FROM
          (NEW.entry_no, NEW.unit_code, NEW.period, NEW.date, NEW.line, NEW.gross, NEW.tax, NEW.direct_cost)
       OR (OLD.project, OLD.counterparty, OLD.partner, OLD.memo, OLD.recorded_by, OLD.recorded_at)
          IS DISTINCT FROM
          (NEW.project, NEW.counterparty, NEW.partner, NEW.memo, NEW.recorded_by, NEW.recorded_at) THEN
        RAISE EXCEPTION 'the content of entry % is never changed', OLD.entry_no USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER keep_entry_content BEFORE UPDATE OR DELETE ON revenue_entry
    FOR EACH ROW EXECUTE FUNCTION keep_entry_content();
