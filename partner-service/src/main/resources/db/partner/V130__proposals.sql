-- Proposals: what a partner offers to an open call. The row says how far it has come, its versions what it says.

CREATE TABLE proposal (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    call_id         uuid        NOT NULL REFERENCES open_call,
    -- Of the call: the unit whose people review it.
    unit_code       text        COLLATE "C" NOT NULL,
    partner_id      uuid        NOT NULL REFERENCES partner,
    partner_name    text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'NEEDS_CHANGES', 'IN_TRIAL',
                                                          'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
    -- Its newest version, and the first and last that were handed in: the others are the partner's own business.
    content_version int         NOT NULL DEFAULT 1,
    first_submitted int,
    submitted_version int,
    -- [{field, remark}], while it needs changes.
    remarks         jsonb       NOT NULL DEFAULT '[]',
    reasons         text[]      NOT NULL DEFAULT '{}',
    -- Of every change, for conditional requests; and of its events.
    version         bigint      NOT NULL DEFAULT 1,
    sequence        bigint      NOT NULL DEFAULT 0,
    created_by      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    submitted_by    text,
    submitted_at    timestamptz,
    decided_by      text,
    decided_at      timestamptz,
    -- The frozen ranking that the decision rests on.
    ranking_id      uuid,
    -- Title, summary and partner's name, ready to be found.
    search_text     text        NOT NULL,
    search_initials text        NOT NULL,
    grams           text[]      NOT NULL
);
CREATE INDEX proposal_by_unit ON proposal (unit_code, id) WHERE first_submitted IS NOT NULL;
CREATE INDEX proposal_by_partner ON proposal (partner_id, id);
CREATE INDEX proposal_by_call ON proposal (call_id, id);
CREATE INDEX proposal_unfinished ON proposal (call_id) WHERE state IN ('DRAFT', 'NEEDS_CHANGES');
CREATE INDEX proposal_grams ON proposal USING gin (grams);

CREATE TABLE proposal_version (
    proposal_id      uuid         NOT NULL REFERENCES proposal,
    number           int          NOT NULL CHECK (number > 0),
    title            text,
    summary          text,
    mode             text,
    -- Fen.
    price            bigint       CHECK (price >= 0),
    market_price     bigint       CHECK (market_price >= 0),
    share_percent    numeric(5,2) CHECK (share_percent BETWEEN 0 AND 100),
    benefit_sessions int          CHECK (benefit_sessions >= 0),
    -- [{code, documentId}]
    documents        jsonb        NOT NULL,
    saved_by         text         NOT NULL,
    saved_at         timestamptz  NOT NULL,
    PRIMARY KEY (proposal_id, number)
);
CREATE TRIGGER proposal_version_stays BEFORE UPDATE OR DELETE ON proposal_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who did what with a proposal and when.
CREATE TABLE proposal_history (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    proposal_id uuid        NOT NULL REFERENCES proposal,
    action      text        NOT NULL,
    actor       text        NOT NULL,
    at          timestamptz NOT NULL,
    -- The newest version at that time.
    content_version int     NOT NULL,
    -- Reasons or remarks.
    notes       text[]      NOT NULL DEFAULT '{}'
);
CREATE INDEX proposal_history_of ON proposal_history (proposal_id, id);
CREATE TRIGGER proposal_history_stays BEFORE UPDATE OR DELETE ON proposal_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
