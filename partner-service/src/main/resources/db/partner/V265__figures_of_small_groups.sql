-- Figures are told by one rule for small groups.

-- What residents said of a trial, as it was told: told anew only when five more have spoken, so that two readings never
-- differ by fewer.
CREATE TABLE trial_opinion (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trial_id uuid        NOT NULL REFERENCES trial,
    spoken   int         NOT NULL CHECK (spoken >= 5),
    opinion  jsonb       NOT NULL,
    told_at  timestamptz NOT NULL
);
CREATE INDEX trial_opinion_of ON trial_opinion (trial_id, id);
CREATE TRIGGER trial_opinion_stays BEFORE UPDATE OR DELETE ON trial_opinion
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Results of surveys that were told under an earlier rule, which withheld less, stay as history and are worked out anew.
ALTER TABLE survey_result
    ADD COLUMN rule smallint NOT NULL DEFAULT 1,
    DROP CONSTRAINT survey_result_pkey,
    ADD PRIMARY KEY (survey_id, rule);
ALTER TABLE survey_result ALTER COLUMN rule SET DEFAULT 2;

-- The code shown at a session is made anew from a key and the session whenever staff ask for it, and kept nowhere.
ALTER TABLE trial_session DROP COLUMN code;
