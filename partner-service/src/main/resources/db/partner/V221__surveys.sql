-- Surveys of residents (需求调查): what a branch asks, and what was answered, by nobody knows whom.

CREATE TABLE survey (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    unit_code    text        COLLATE "C" NOT NULL,
    title        text        NOT NULL,
    introduction text,
    -- [{code, text, kind, required, options: [{code, text}]}]; [{code, text, values: [{code, text}]}]
    questions    jsonb       NOT NULL,
    groups       jsonb       NOT NULL,
    admission    text        NOT NULL CHECK (admission IN ('CODE', 'RESIDENT')),
    -- First and last day on which answers are taken, Shanghai time.
    opens_on     date        NOT NULL,
    closes_on    date        NOT NULL CHECK (closes_on >= opens_on),
    state        text        NOT NULL CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED')),
    version      bigint      NOT NULL DEFAULT 1,
    created_by   text        NOT NULL,
    created_at   timestamptz NOT NULL
);
CREATE INDEX survey_by_unit ON survey (unit_code, id);

-- Sheets of answer codes. The codes themselves are nowhere: a key and the number make them anew.
CREATE TABLE survey_sheet (
    id        uuid        PRIMARY KEY DEFAULT uuidv7(),
    survey_id uuid        NOT NULL REFERENCES survey,
    label     text        NOT NULL,
    first     int         NOT NULL,
    count     int         NOT NULL CHECK (count BETWEEN 1 AND 500),
    made_by   text        NOT NULL,
    made_at   timestamptz NOT NULL,
    UNIQUE (survey_id, first)
);

-- One answer a person. The voter is a keyed hash of the code, or of the resident and the survey: it tells nobody who it
-- was, and is the same for the same person. The id and the row carry no time, which would tell as well.
CREATE TABLE survey_answer (
    id        uuid  PRIMARY KEY DEFAULT gen_random_uuid(),
    survey_id uuid  NOT NULL REFERENCES survey,
    voter     text  NOT NULL,
    -- {group: value}; {question: [options]}; {question: text}
    groups    jsonb NOT NULL,
    choices   jsonb NOT NULL,
    texts     jsonb NOT NULL,
    CONSTRAINT one_answer_a_person UNIQUE (survey_id, voter)
);

-- What a closed survey came to, worked out once: later reading never tells more.
CREATE TABLE survey_result (
    survey_id uuid  PRIMARY KEY REFERENCES survey,
    result    jsonb NOT NULL
);
CREATE TRIGGER survey_result_stays BEFORE UPDATE OR DELETE ON survey_result
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
