-- Who offers services to communities: a firm or a person, alone or as a team. A partner belongs to no unit; how it
-- stands in a street is another table.

CREATE TABLE partner (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind          text        NOT NULL CHECK (kind IN ('FIRM', 'PERSON')),
    team          boolean     NOT NULL DEFAULT false,
    registered_by text        NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT now()
);

-- The people and machines that act for a partner, by the subject of their tokens. One acts for one partner only.
CREATE TABLE partner_member (
    subject    text        PRIMARY KEY,
    partner_id uuid        NOT NULL REFERENCES partner,
    machine    boolean     NOT NULL DEFAULT false,
    added_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX partner_member_by_partner ON partner_member (partner_id);
