-- Trials: a proposal shown to residents in a real room before it is decided.

-- How much a trial must show, for a subtree of units; the nearest scope holds, and a trial freezes it at its start.
CREATE TABLE trial_threshold (
    scope          text         COLLATE "C" PRIMARY KEY,
    min_sessions   int          NOT NULL CHECK (min_sessions > 0),
    min_attendance int          NOT NULL CHECK (min_attendance > 0),
    min_average    numeric(3,2) NOT NULL CHECK (min_average BETWEEN 1 AND 5)
);
INSERT INTO trial_threshold VALUES ('', 2, 10, 3.50);

CREATE TABLE trial (
    id             uuid         PRIMARY KEY DEFAULT uuidv7(),
    proposal_id    uuid         NOT NULL UNIQUE,
    partner_id     uuid         NOT NULL,
    unit_code      text         COLLATE "C" NOT NULL,
    title          text         NOT NULL,
    questions      text[]       NOT NULL,
    min_sessions   int          NOT NULL,
    min_attendance int          NOT NULL,
    min_average    numeric(3,2) NOT NULL,
    started_by     text         NOT NULL,
    started_at     timestamptz  NOT NULL
);
CREATE INDEX trial_by_unit ON trial (unit_code, id);
CREATE INDEX trial_by_partner ON trial (partner_id, id);

-- Holds a booking, and is off when that is cancelled.
CREATE TABLE trial_session (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    trial_id     uuid        NOT NULL REFERENCES trial,
    booking_id   uuid        NOT NULL UNIQUE REFERENCES booking,
    -- Of the room.
    unit_code    text        COLLATE "C" NOT NULL,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    capacity     int         NOT NULL CHECK (capacity > 0),
    -- Shown at the session: who knows it was there.
    code         text        NOT NULL,
    planned_by   text        NOT NULL
);
CREATE INDEX trial_session_by_trial ON trial_session (trial_id, starts_at);
CREATE INDEX trial_session_by_unit ON trial_session (unit_code, id);

-- A resident's place at a session, once a person and session. In line by id.
CREATE TABLE trial_seat (
    session_id uuid NOT NULL REFERENCES trial_session,
    subject    text NOT NULL,
    id         uuid NOT NULL DEFAULT uuidv7(),
    state      text NOT NULL CHECK (state IN ('SIGNED_UP', 'WAITING', 'WITHDRAWN', 'ATTENDED', 'HEARD')),
    PRIMARY KEY (session_id, subject)
);
CREATE INDEX trial_seat_in_line ON trial_seat (session_id, id) WHERE state = 'WAITING';

-- What an attendant said, once: a score a question. Nobody is named in a result.
CREATE TABLE trial_feedback (
    session_id uuid  NOT NULL,
    subject    text  NOT NULL,
    scores     int[] NOT NULL CHECK (1 <= ALL (scores) AND 5 >= ALL (scores)),
    remark     text  NOT NULL,
    PRIMARY KEY (session_id, subject),
    FOREIGN KEY (session_id, subject) REFERENCES trial_seat
);
CREATE TRIGGER trial_feedback_stays BEFORE UPDATE OR DELETE ON trial_feedback
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The result as a decision cited it.
CREATE TABLE trial_citation (
    id       uuid        PRIMARY KEY DEFAULT uuidv7(),
    trial_id uuid        NOT NULL REFERENCES trial,
    result   jsonb       NOT NULL,
    cited_by text        NOT NULL,
    cited_at timestamptz NOT NULL
);
CREATE INDEX trial_citation_of ON trial_citation (trial_id, id);
CREATE TRIGGER trial_citation_stays BEFORE UPDATE OR DELETE ON trial_citation
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
