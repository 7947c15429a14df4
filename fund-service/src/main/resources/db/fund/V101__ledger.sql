-- Double entry, append-only. Three guards hold whatever a programme does:
--   a statement that adds postings adds balanced ones (transition table),
--   an entry has its postings when the transaction commits (deferred),
--   nothing in the journal is changed or taken away.

CREATE TABLE journal_entry (
    id             bigint           PRIMARY KEY,
    kind           text             NOT NULL CHECK (kind IN ('ACCRUAL', 'CORRECTION', 'FUNDING')),
    unit           text COLLATE "C" NOT NULL CHECK (unit ~ '^[0-9]{12}$'),
    period         text COLLATE "C" NOT NULL CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    booked_on      date             NOT NULL,
    -- The document it was booked from: a statement or a funding. One document is booked once.
    source         text             NOT NULL UNIQUE,
    memo           text             NOT NULL,
    recorded_at    timestamptz      NOT NULL DEFAULT now()
);
CREATE INDEX journal_entry_by_unit ON journal_entry (unit, id);
CREATE SEQUENCE journal_entry_id;

CREATE TABLE posting (
    entry_id bigint           NOT NULL REFERENCES journal_entry,
    line     smallint         NOT NULL,
    account  text             NOT NULL CHECK (account IN ('1002', '1221', '2241')),
    unit     text COLLATE "C" NOT NULL,
    debit    bigint           NOT NULL CHECK (debit >= 0),
    credit   bigint           NOT NULL CHECK (credit >= 0),
    PRIMARY KEY (entry_id, line),
    CHECK ((debit = 0) <> (credit = 0))
);

-- Sum of the postings of a branch's sub-account, moved by relative UPDATE in the transaction of the postings.
CREATE TABLE account_balance (
    account text             NOT NULL,
    unit    text COLLATE "C" NOT NULL,
    debits  bigint           NOT NULL CHECK (debits >= 0),
    credits bigint           NOT NULL CHECK (credits >= 0),
    PRIMARY KEY (account, unit)
);

CREATE FUNCTION added_postings_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken bigint;
BEGIN
    SELECT entry_id INTO broken FROM added GROUP BY entry_id HAVING sum(debit) <> sum(credit) LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'journal entry % does not balance', broken USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER posting_balances AFTER INSERT ON posting
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION added_postings_balance();

CREATE FUNCTION entry_has_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) < 2 OR sum(debit) <> sum(credit) FROM posting WHERE entry_id = NEW.id) THEN
        RAISE EXCEPTION 'journal entry % does not balance', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER journal_entry_balances AFTER INSERT ON journal_entry
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION entry_has_postings();

CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
