-- Points of a street: earned by volunteering, spent on services, expired, lost with a reason and given back on appeal.
-- As exact as money: append-only double entry, and no lot is ever used beyond what it holds.

-- A row is a decision about a rule: it is added, never changed; the highest version is in force.
CREATE TABLE points_rule (
    street       text COLLATE "C" NOT NULL CHECK (street ~ '^[0-9]{9}$'),
    code         text        NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    version      int         NOT NULL CHECK (version >= 1),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    points       int         NOT NULL CHECK (points BETWEEN 1 AND 10000),
    -- What the points are for one of: an hour, a session, a visit.
    per          text        NOT NULL CHECK (length(per) BETWEEN 1 AND 40),
    valid_months int         NOT NULL CHECK (valid_months BETWEEN 1 AND 120),
    active       boolean     NOT NULL,
    decided_by   text        NOT NULL,
    decided_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (street, code, version)
);

CREATE TABLE points_account (
    id        uuid             PRIMARY KEY DEFAULT uuidv7(),
    street    text COLLATE "C" NOT NULL CHECK (street ~ '^[0-9]{9}$'),
    holder    text             NOT NULL,
    name      text             NOT NULL,
    opened_at timestamptz      NOT NULL DEFAULT now(),
    UNIQUE (street, holder)
);

CREATE TABLE points_entry (
    id         uuid             PRIMARY KEY DEFAULT uuidv7(),
    account_id uuid             NOT NULL REFERENCES points_account,
    kind       text             NOT NULL CHECK (kind IN ('EARNED', 'SPENT', 'EXPIRED', 'LOST', 'RESTORED')),
    points     int              NOT NULL CHECK (points > 0),
    -- The branch at whose counter it happened; none for expiry and restoring.
    unit_code  text COLLATE "C",
    rule       text,
    -- The branch's own number of what it was for: booked once.
    reference  text,
    reason     text             NOT NULL,
    expires_on date,
    by         text             NOT NULL,
    at         timestamptz      NOT NULL,
    UNIQUE (unit_code, reference),
    CHECK ((kind IN ('EARNED', 'RESTORED')) = (expires_on IS NOT NULL))
);
CREATE INDEX points_entry_by_account ON points_entry (account_id, id);

CREATE TABLE points_posting (
    entry_id uuid     NOT NULL REFERENCES points_entry,
    line     smallint NOT NULL,
    ledger   text     NOT NULL CHECK (ledger IN ('HOLDER', 'ISSUED', 'REDEEMED', 'EXPIRED', 'FORFEITED')),
    -- Which earned points the holder's side moves.
    lot      uuid REFERENCES points_entry,
    amount   int      NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (entry_id, line),
    CHECK ((ledger = 'HOLDER') = (lot IS NOT NULL))
);
CREATE INDEX points_posting_by_lot ON points_posting (lot);

CREATE FUNCTION points_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken uuid;
BEGIN
    SELECT entry_id INTO broken FROM added GROUP BY entry_id HAVING sum(amount) <> 0 LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'points entry % does not balance', broken USING ERRCODE = 'check_violation';
    END IF;
    SELECT lot INTO broken FROM points_posting
     WHERE lot IN (SELECT lot FROM added WHERE lot IS NOT NULL)
     GROUP BY lot HAVING sum(amount) < 0 LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'lot % does not hold so many points', broken USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER points_posting_holds AFTER INSERT ON points_posting
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION points_hold();

CREATE TRIGGER points_rule_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON points_rule
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER points_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON points_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER points_posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON points_posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the holder shows at a counter instead of a name; it soon ends.
CREATE TABLE points_card (
    code       text        PRIMARY KEY CHECK (code ~ '^[0-9]{8}$'),
    account_id uuid        NOT NULL REFERENCES points_account,
    expires_at timestamptz NOT NULL
);
CREATE INDEX points_card_by_end ON points_card (expires_at);

CREATE TABLE points_appeal (
    entry_id   uuid        PRIMARY KEY REFERENCES points_entry,
    text       text        NOT NULL,
    raised_at  timestamptz NOT NULL,
    reversed   boolean,
    reason     text,
    decided_by text,
    decided_at timestamptz,
    CHECK ((reversed IS NULL) = (decided_at IS NULL))
);
