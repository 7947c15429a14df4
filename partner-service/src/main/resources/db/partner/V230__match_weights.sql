-- What a fact is worth when needs, resources, projects, calls and proposals are matched; the nearest scope holds.

CREATE TABLE match_weight (
    scope  text COLLATE "C" NOT NULL,
    fact   text NOT NULL CHECK (fact IN ('NAMED', 'TOPIC', 'SAME_UNIT', 'SAME_STREET', 'TIME', 'CAPACITY', 'BUDGET',
                                         'MODE', 'STANDING')),
    -- Points; of TOPIC for each of up to three that are shared.
    points int  NOT NULL CHECK (points BETWEEN 0 AND 1000),
    PRIMARY KEY (scope, fact)
);
INSERT INTO match_weight VALUES
    ('', 'NAMED', 50), ('', 'TOPIC', 20), ('', 'SAME_UNIT', 15), ('', 'SAME_STREET', 5), ('', 'TIME', 15),
    ('', 'CAPACITY', 10), ('', 'BUDGET', 10), ('', 'MODE', 5), ('', 'STANDING', 5);
