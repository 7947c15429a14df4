-- Who did what with a thing of the lists (surveys, needs, resources, projects wanted) and when; only ever added to.

CREATE TABLE step (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thing     uuid        NOT NULL,
    unit_code text        COLLATE "C" NOT NULL,
    action    text        NOT NULL,
    actor     text        NOT NULL,
    at        timestamptz NOT NULL,
    reason    text
);
CREATE INDEX step_of ON step (thing, id);
CREATE TRIGGER step_stays BEFORE UPDATE OR DELETE ON step
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
