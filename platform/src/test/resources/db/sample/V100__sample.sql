-- What the sample service of platform's own tests keeps.
CREATE TABLE note (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit   text COLLATE "C" NOT NULL,
    text   text   NOT NULL,
    amount bigint NOT NULL
);

-- One row a unit: its lock orders the unit's events.
CREATE TABLE note_count (
    unit  text COLLATE "C" PRIMARY KEY,
    notes bigint NOT NULL
);

-- What the sample's consumers were given, in the order in which they were.
CREATE TABLE given (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer    text   NOT NULL,
    event_id    uuid   NOT NULL,
    subject     text   NOT NULL,
    sequence    bigint NOT NULL,
    correlation text,
    data        text   NOT NULL
);
