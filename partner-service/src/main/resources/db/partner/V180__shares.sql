-- What partners take in, period by period, and the share of it that goes back to the branch.

-- One row an agreement and period: the lock under which its reports move, and the sequence of its events.
CREATE TABLE turnover_series (
    agreement_id uuid             NOT NULL REFERENCES agreement,
    period       text COLLATE "C" NOT NULL,
    version      int              NOT NULL DEFAULT 0,
    sequence     bigint           NOT NULL DEFAULT 0,
    PRIMARY KEY (agreement_id, period)
);

-- A report is never changed: it is disputed and answered by a later one, or confirmed and superseded by a correction.
CREATE TABLE turnover_report (
    id            uuid             PRIMARY KEY DEFAULT uuidv7(),
    agreement_id  uuid             NOT NULL,
    period        text COLLATE "C" NOT NULL,
    version       int              NOT NULL,
    unit_code     text COLLATE "C" NOT NULL,
    partner_id    uuid             NOT NULL REFERENCES partner,
    state         text             NOT NULL
                  CHECK (state IN ('REPORTED', 'DISPUTED', 'ANSWERED', 'CONFIRMED', 'SUPERSEDED')),
    turnover      bigint           NOT NULL CHECK (turnover >= 0),
    cost          bigint           CHECK (cost >= 0),
    evidence      text[]           NOT NULL DEFAULT '{}',
    note          text,
    days_late     int              NOT NULL CHECK (days_late >= 0),
    -- As agreed for the period when it was reported.
    terms_version int              NOT NULL,
    line          text             NOT NULL,
    project       text,
    base          text             NOT NULL CHECK (base IN ('TURNOVER', 'PROFIT')),
    rate          numeric(5, 4)    NOT NULL,
    tax_rate      numeric(5, 4)    NOT NULL,
    share         bigint           NOT NULL CHECK (share BETWEEN 0 AND turnover),
    tax           bigint           NOT NULL CHECK (tax BETWEEN 0 AND share),
    -- What a confirmation books: the difference to the share confirmed before.
    change        bigint,
    tax_change    bigint,
    entry_no      text             UNIQUE,
    reported_by   text             NOT NULL,
    reported_at   timestamptz      NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    reason        text,
    revision      bigint           NOT NULL DEFAULT 1,
    UNIQUE (agreement_id, period, version),
    FOREIGN KEY (agreement_id, period) REFERENCES turnover_series,
    CHECK ((state IN ('CONFIRMED', 'SUPERSEDED')) = (entry_no IS NOT NULL)),
    CHECK ((state IN ('DISPUTED', 'ANSWERED')) = (reason IS NOT NULL))
);
CREATE INDEX turnover_report_by_unit ON turnover_report (unit_code, id);
CREATE INDEX turnover_report_by_partner ON turnover_report (partner_id, id);
CREATE UNIQUE INDEX one_report_waits ON turnover_report (agreement_id, period)
    WHERE state IN ('REPORTED', 'DISPUTED');
CREATE UNIQUE INDEX one_report_confirmed ON turnover_report (agreement_id, period) WHERE state = 'CONFIRMED';

CREATE FUNCTION keep_reported_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
       OR (OLD.agreement_id, OLD.period, OLD.version, OLD.turnover, OLD.cost, OLD.share, OLD.tax, OLD.rate)
          IS DISTINCT FROM
          (NEW.agreement_id, NEW.period, NEW.version, NEW.turnover, NEW.cost, NEW.share, NEW.tax, NEW.rate)
       OR OLD.entry_no IS NOT NULL AND (OLD.entry_no, OLD.change, OLD.tax_change, OLD.decided_by)
          IS DISTINCT FROM (NEW.entry_no, NEW.change, NEW.tax_change, NEW.decided_by) THEN
        RAISE EXCEPTION 'the figures of report % are never changed', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_reported_figures BEFORE UPDATE OR DELETE ON turnover_report
    FOR EACH ROW EXECUTE FUNCTION keep_reported_figures();

-- That a report is late was brought to mind on that day.
CREATE TABLE turnover_reminder (
    agreement_id uuid             NOT NULL REFERENCES agreement,
    period       text COLLATE "C" NOT NULL,
    reminded_on  date             NOT NULL,
    PRIMARY KEY (agreement_id, period, reminded_on)
);
