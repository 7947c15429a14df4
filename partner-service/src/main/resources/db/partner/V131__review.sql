-- Review: who may not score, what was scored, and the rankings that decisions cite. All of it is only added to.

-- A reviewer with an interest in one proposal of a call scores none of its proposals.
CREATE TABLE review_conflict (
    call_id     uuid        NOT NULL REFERENCES open_call,
    reviewer    text        NOT NULL,
    unit_code   text        COLLATE "C" NOT NULL,
    proposal_id uuid        NOT NULL REFERENCES proposal,
    reason      text        NOT NULL,
    declared_at timestamptz NOT NULL,
    PRIMARY KEY (call_id, reviewer)
);
CREATE TRIGGER review_conflict_stays BEFORE UPDATE OR DELETE ON review_conflict
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One sheet a scoring; the last one of a reviewer, proposal and round counts.
CREATE TABLE review_score (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_id         uuid        NOT NULL REFERENCES open_call,
    proposal_id     uuid        NOT NULL REFERENCES proposal,
    content_version int         NOT NULL,
    unit_code       text        COLLATE "C" NOT NULL,
    round           int         NOT NULL CHECK (round BETWEEN 1 AND 9),
    reviewer        text        NOT NULL,
    -- {criterion: points from 0 to 100}
    points          jsonb       NOT NULL,
    scored_at       timestamptz NOT NULL
);
CREATE INDEX review_score_of ON review_score (call_id, round, proposal_id, reviewer, id DESC);
CREATE TRIGGER review_score_stays BEFORE UPDATE OR DELETE ON review_score
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A ranking as it was when something was decided.
CREATE TABLE review_ranking (
    id        uuid        PRIMARY KEY DEFAULT uuidv7(),
    call_id   uuid        NOT NULL REFERENCES open_call,
    unit_code text        COLLATE "C" NOT NULL,
    round     int         NOT NULL,
    places    jsonb       NOT NULL,
    frozen_by text        NOT NULL,
    frozen_at timestamptz NOT NULL
);
CREATE INDEX review_ranking_of ON review_ranking (call_id, id);
CREATE TRIGGER review_ranking_stays BEFORE UPDATE OR DELETE ON review_ranking
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE proposal ADD FOREIGN KEY (ranking_id) REFERENCES review_ranking;

-- A search reads what waits to be sorted into the index row by row: let little wait.
ALTER INDEX proposal_grams SET (gin_pending_list_limit = 256);
ALTER INDEX open_call_grams SET (gin_pending_list_limit = 256);
