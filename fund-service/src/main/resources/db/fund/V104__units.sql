-- Local copy of the unit registry, fed by linli.company.unit.

CREATE TABLE unit (
    code       text COLLATE "C" PRIMARY KEY,
    name       text             NOT NULL,
    unit_class text,
    level      text             NOT NULL,
    -- Of the event that the row rests on.
    sequence   bigint           NOT NULL
);
