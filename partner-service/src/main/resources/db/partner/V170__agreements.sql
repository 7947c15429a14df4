-- What a branch and a partner have agreed. An agreement has versions: the first is drafted from an accepted proposal,
-- each later one is an amendment. Both parties sign a version; until then the one before stays in force.

CREATE TABLE agreement (
    id          uuid             PRIMARY KEY DEFAULT uuidv7(),
    unit_code   text COLLATE "C" NOT NULL,
    partner_id  uuid             NOT NULL REFERENCES partner,
    proposal_id uuid             NOT NULL,
    title       text             NOT NULL,
    state       text             NOT NULL
                CHECK (state IN ('DRAFT', 'SIGNED', 'AMENDING', 'ENDED', 'EXPIRED', 'DISCARDED')),
    -- The version in force, or the last that was; 0 before the first signatures.
    in_force    int              NOT NULL DEFAULT 0,
    ends_on     date             NOT NULL,
    predecessor uuid             REFERENCES agreement,
    created_by  text             NOT NULL,
    created_at  timestamptz      NOT NULL,
    -- Counts every change, for conditional requests; the other counts the events.
    revision    bigint           NOT NULL DEFAULT 1,
    sequence    bigint           NOT NULL DEFAULT 0
);
CREATE INDEX agreement_by_unit ON agreement (unit_code, id);
CREATE INDEX agreement_by_partner ON agreement (partner_id, id);
CREATE INDEX agreement_running ON agreement (ends_on) WHERE state IN ('SIGNED', 'AMENDING');
CREATE UNIQUE INDEX agreement_of_proposal ON agreement (proposal_id)
    WHERE predecessor IS NULL AND state <> 'DISCARDED';
CREATE UNIQUE INDEX agreement_successor ON agreement (predecessor) WHERE state <> 'DISCARDED';

CREATE TABLE agreement_version (
    agreement_id      uuid          NOT NULL REFERENCES agreement,
    version           int           NOT NULL CHECK (version > 0),
    line              text          NOT NULL,
    project           text,
    share_rate        numeric(5, 4) NOT NULL CHECK (share_rate BETWEEN 0 AND 1),
    share_base        text          NOT NULL CHECK (share_base IN ('TURNOVER', 'PROFIT')),
    tax_rate          numeric(5, 4) NOT NULL CHECK (tax_rate BETWEEN 0 AND 1),
    price_percent     numeric(5, 2) CHECK (price_percent BETWEEN 0 AND 100),
    price_list        jsonb         NOT NULL,
    room              text,
    hours             text,
    sessions_per_year int           NOT NULL CHECK (sessions_per_year BETWEEN 0 AND 366),
    deposit           bigint        NOT NULL CHECK (deposit >= 0),
    starts_on         date          NOT NULL,
    ends_on           date          NOT NULL CHECK (ends_on >= starts_on),
    report_due_day    int           NOT NULL CHECK (report_due_day BETWEEN 1 AND 28),
    partner_by        text,
    partner_at        timestamptz,
    partner_evidence  text,
    branch_by         text,
    branch_at         timestamptz,
    branch_evidence   text,
    PRIMARY KEY (agreement_id, version),
    CHECK ((partner_by IS NULL) = (partner_at IS NULL) AND (branch_by IS NULL) = (branch_at IS NULL)),
    CHECK (partner_by IS DISTINCT FROM branch_by OR partner_by IS NULL)
);

CREATE FUNCTION keep_signed_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.partner_by IS NOT NULL AND OLD.branch_by IS NOT NULL THEN
        RAISE EXCEPTION 'version % of agreement % is signed by both and never changed', OLD.version, OLD.agreement_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_signed_terms BEFORE UPDATE OR DELETE ON agreement_version
    FOR EACH ROW EXECUTE FUNCTION keep_signed_terms();

-- How it ended before its time, and what became of the deposit.
CREATE TABLE agreement_settlement (
    agreement_id       uuid        PRIMARY KEY REFERENCES agreement,
    reason             text        NOT NULL,
    last_day           date        NOT NULL,
    shares_outstanding bigint      NOT NULL CHECK (shares_outstanding >= 0),
    deposit_returned   bigint      NOT NULL CHECK (deposit_returned >= 0),
    deposit_kept       bigint      NOT NULL CHECK (deposit_kept >= 0)
);

-- Who did what and when.
CREATE TABLE agreement_history (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement_id uuid        NOT NULL REFERENCES agreement,
    action       text        NOT NULL,
    actor        text        NOT NULL,
    at           timestamptz NOT NULL,
    remark       text
);
CREATE INDEX agreement_history_of ON agreement_history (agreement_id, id);

-- Once a calendar year the branch says how it went.
CREATE TABLE agreement_review (
    agreement_id uuid        NOT NULL REFERENCES agreement,
    year         int         NOT NULL,
    verdict      text        NOT NULL CHECK (verdict IN ('CONTINUE', 'IMPROVE', 'STOP')),
    remarks      text        NOT NULL,
    reviewed_by  text        NOT NULL,
    reviewed_at  timestamptz NOT NULL,
    PRIMARY KEY (agreement_id, year)
);

-- A price seen on the spot against the market's; judged by the promise of that day.
CREATE TABLE agreement_price_check (
    id           uuid          PRIMARY KEY DEFAULT uuidv7(),
    agreement_id uuid          NOT NULL REFERENCES agreement,
    item         text          NOT NULL,
    seen         bigint        NOT NULL CHECK (seen >= 0),
    market       bigint        NOT NULL CHECK (market > 0),
    percent      numeric(5, 2) NOT NULL,
    kept         boolean       NOT NULL,
    checked_on   date          NOT NULL,
    checked_by   text          NOT NULL,
    checked_at   timestamptz   NOT NULL
);
CREATE INDEX agreement_price_check_of ON agreement_price_check (agreement_id, id);

-- Sessions for the public good that were held.
CREATE TABLE agreement_session (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    agreement_id uuid        NOT NULL REFERENCES agreement,
    title        text        NOT NULL,
    held_on      date        NOT NULL,
    attendees    int         NOT NULL CHECK (attendees >= 0),
    recorded_by  text        NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX agreement_session_of ON agreement_session (agreement_id, held_on);

CREATE TRIGGER keep_agreement_settlement BEFORE UPDATE OR DELETE ON agreement_settlement
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_agreement_history BEFORE UPDATE OR DELETE ON agreement_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_agreement_review BEFORE UPDATE OR DELETE ON agreement_review
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_agreement_price_check BEFORE UPDATE OR DELETE ON agreement_price_check
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_agreement_session BEFORE UPDATE OR DELETE ON agreement_session
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
