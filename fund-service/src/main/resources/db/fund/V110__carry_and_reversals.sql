-- What a month in which refunds outweigh the income does to the other months of its year, and fundings taken back.

-- NONE: nothing, as it was before anybody decided otherwise.
ALTER TABLE return_policy ADD COLUMN carry text NOT NULL DEFAULT 'NONE' CHECK (carry IN ('NONE', 'YEAR'));

ALTER TABLE return_obligation
    -- Frozen on the first accrual, as the rate is.
    ADD COLUMN carry    text   NOT NULL DEFAULT 'NONE' CHECK (carry IN ('NONE', 'YEAR')),
    -- What other months of the year bring to the base; only months that carry take part.
    ADD COLUMN carried  bigint NOT NULL DEFAULT 0 CHECK (carried = 0 OR carry = 'YEAR'),
    -- What the rate is applied to.
    ADD COLUMN assessed bigint GENERATED ALWAYS AS (greatest(base + carried, 0)) STORED,
    -- What was funded beyond what is owed by now.
    ADD COLUMN credit   bigint GENERATED ALWAYS AS (greatest(funded - owed, 0)) STORED;

ALTER TABLE obligation_accrual ADD COLUMN carried bigint NOT NULL DEFAULT 0;

-- One row for each change that the statement of another month of the year made to an obligation.
CREATE TABLE obligation_carry (
    id           bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit         text COLLATE "C" NOT NULL,
    period       text COLLATE "C" NOT NULL,
    statement_id text             NOT NULL REFERENCES obligation_accrual (statement_id),
    carried      bigint           NOT NULL,
    owed         bigint           NOT NULL CHECK (owed >= 0),
    change       bigint           NOT NULL,
    carried_at   timestamptz      NOT NULL DEFAULT now(),
    UNIQUE (unit, period, statement_id),
    FOREIGN KEY (unit, period) REFERENCES return_obligation
);

CREATE TRIGGER obligation_carry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON obligation_carry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE journal_entry DROP CONSTRAINT journal_entry_kind_check;
ALTER TABLE journal_entry ADD CONSTRAINT journal_entry_kind_check
    CHECK (kind IN ('ACCRUAL', 'CORRECTION', 'CARRY', 'FUNDING', 'FUNDING_REVERSAL'));

-- A movement of the bank is booked once for a branch and period, as a funding or as a reversal. References are kept in
-- the form in which they are compared.
CREATE TABLE bank_reference (
    unit      text COLLATE "C" NOT NULL,
    period    text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    PRIMARY KEY (unit, period, reference)
);
INSERT INTO bank_reference (unit, period, reference) SELECT unit, period, reference FROM funding;

CREATE TRIGGER bank_reference_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_reference
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A funding's key with its amount: what a reversal takes back is all of the funding it names.
ALTER TABLE funding ADD CONSTRAINT funding_whole UNIQUE (id, unit, period, amount);

-- Money of a funding that went back, whole. Each funding is taken back once at most.
CREATE TABLE funding_reversal (
    id          bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    funding_id  bigint           NOT NULL UNIQUE,
    unit        text COLLATE "C" NOT NULL,
    period      text COLLATE "C" NOT NULL,
    amount      bigint           NOT NULL CHECK (amount > 0),
    returned_on date             NOT NULL,
    reference   text             NOT NULL CHECK (char_length(reference) BETWEEN 1 AND 200),
    reason      text             NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    booked_by   text             NOT NULL,
    booked_at   timestamptz      NOT NULL DEFAULT now(),
    FOREIGN KEY (funding_id, unit, period, amount) REFERENCES funding (id, unit, period, amount)
);
CREATE INDEX funding_reversal_by_unit ON funding_reversal (unit, id);

CREATE TRIGGER funding_reversal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON funding_reversal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
