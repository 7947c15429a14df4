-- How often somebody showed a code that was none. Kept, so that a restart forgives nothing.

CREATE TABLE code_attempt (
    -- What the codes open: cards at counters, a session, a survey.
    what   text        NOT NULL,
    caller text        NOT NULL,
    -- Looked at and not yet found right: those under way and the wrong ones.
    tried  int         NOT NULL,
    wrong  int         NOT NULL,
    since  timestamptz NOT NULL,
    PRIMARY KEY (what, caller)
);
CREATE INDEX code_attempt_age ON code_attempt (since);
