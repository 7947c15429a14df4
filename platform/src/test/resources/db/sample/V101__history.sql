-- Who did what with a note and when; only ever added to.
CREATE TABLE note_history (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thing     uuid        NOT NULL,
    unit_code text        COLLATE "C" NOT NULL,
    action    text        NOT NULL,
    actor     text        NOT NULL,
    at        timestamptz NOT NULL,
    reason    text
);
