-- The three lists (三张清单): needs, resources, projects wanted. Rooms are resources too, as the room feature keeps them.

CREATE TABLE list_item (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    unit_code       text        COLLATE "C" NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('NEED', 'EQUIPMENT', 'PERSON', 'MONEY', 'PROJECT')),
    title           text        NOT NULL,
    detail          text,
    topics          text[]      NOT NULL,
    -- Who needs it, in the words of the branch.
    for_whom        text,
    -- People who need it or are looked for; pieces, or people, that there are.
    quantity        int         CHECK (quantity > 0),
    -- Fen.
    money           bigint      CHECK (money >= 0),
    -- One text a span, weekday from 1 (Monday): '6 09:00-21:00'.
    times           text[]      NOT NULL,
    modes           text[]      NOT NULL,
    line            text,
    -- {survey, question, option} that a need was read from.
    evidence        jsonb,
    -- Of a project: needs that it would serve, resources that it would have.
    needs           uuid[]      NOT NULL,
    resources       uuid[]      NOT NULL,
    -- The open call that became of a project.
    call_id         uuid        REFERENCES open_call,
    state           text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'MET', 'CALLED', 'DROPPED')),
    reason          text,
    version         bigint      NOT NULL DEFAULT 1,
    created_by      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    search_text     text        NOT NULL,
    search_initials text        NOT NULL,
    grams           text[]      NOT NULL,
    CHECK ((state = 'CALLED') = (call_id IS NOT NULL))
);
CREATE INDEX list_item_by_unit ON list_item (unit_code, kind, id);
CREATE INDEX list_item_open ON list_item (unit_code text_pattern_ops, kind) WHERE state = 'OPEN';
CREATE INDEX list_item_grams ON list_item USING gin (grams);

-- All that the lists show. A room is found by its text alone.
CREATE VIEW listed AS
SELECT id, unit_code, kind, title, detail, topics, for_whom, quantity, money, times, modes, line, evidence, needs,
       resources, call_id, state, reason, version, created_by, created_at, search_text, search_initials, grams
  FROM list_item
UNION ALL
SELECT id, unit_code, 'ROOM', name, place, equipment, NULL, capacity, NULL, hours, '{}', NULL, NULL, '{}',
       '{}', NULL, 'OPEN', NULL, version, created_by, created_at,
       lower(name || ' ' || place || ' ' || array_to_string(equipment, ' ')), '', NULL
  FROM room;
