-- Local copy of the unit registry, fed by linli.company.unit.

CREATE TABLE unit (
    code       text COLLATE "C" PRIMARY KEY,
    name       text             NOT NULL,
    unit_class text,
    level      text             NOT NULL,
    -- Of the event that the row rests on.
    sequence   bigint           NOT NULL
);

-- Guards histories that are only added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

-- Booking without overlap needs equality and ranges in one index; name search needs trigrams.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
