-- Versioned return policy. A row is a decision: it is added, never changed.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TABLE return_policy (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The subtree it binds: '' is everywhere, else a unit code.
    scope          text COLLATE "C" NOT NULL CHECK (scope ~ '^([0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})?$'),
    version        integer          NOT NULL CHECK (version >= 1),
    base           text             NOT NULL
        CHECK (base IN ('GROSS', 'GROSS_LESS_TAX', 'GROSS_LESS_TAX_AND_DIRECT_COST')),
    -- The floor of the street's measure stands in the table too.
    rate           numeric(5, 4)    NOT NULL CHECK (rate BETWEEN 0.2 AND 1),
    effective_from text COLLATE "C" NOT NULL CHECK (effective_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    decided_by     text             NOT NULL,
    decided_at     timestamptz      NOT NULL DEFAULT now(),
    UNIQUE (scope, version)
);

CREATE TRIGGER return_policy_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON return_policy
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The floor of the measure, everywhere and always, until somebody decides otherwise.
INSERT INTO return_policy (scope, version, base, rate, effective_from, decided_by, decided_at)
VALUES ('', 1, 'GROSS_LESS_TAX', 0.2000, '0000-01', 'linli', '2026-01-01T00:00:00Z');
