-- What each fact is worth when things are matched, a rule a row: who set it and when. The newest of the nearest scope
-- holds, and what held before stays.
CREATE TABLE match_rule (
    scope       text        COLLATE "C" NOT NULL,
    -- Points.
    named       int         NOT NULL CHECK (named BETWEEN 0 AND 1000),
    -- For each of up to three topics that are shared.
    topic       int         NOT NULL CHECK (topic BETWEEN 0 AND 1000),
    same_unit   int         NOT NULL CHECK (same_unit BETWEEN 0 AND 1000),
    same_street int         NOT NULL CHECK (same_street BETWEEN 0 AND 1000),
    time        int         NOT NULL CHECK (time BETWEEN 0 AND 1000),
    capacity    int         NOT NULL CHECK (capacity BETWEEN 0 AND 1000),
    budget      int         NOT NULL CHECK (budget BETWEEN 0 AND 1000),
    mode        int         NOT NULL CHECK (mode BETWEEN 0 AND 1000),
    standing    int         NOT NULL CHECK (standing BETWEEN 0 AND 1000),
    set_by      text        NOT NULL,
    set_at      timestamptz NOT NULL,
    PRIMARY KEY (scope, set_at)
);
CREATE TRIGGER match_rule_is_history BEFORE UPDATE OR DELETE ON match_rule
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- As it was, with what a scope left to the one above it.
INSERT INTO match_rule
SELECT scope,
       max(points) FILTER (WHERE fact = 'NAMED'), max(points) FILTER (WHERE fact = 'TOPIC'),
       max(points) FILTER (WHERE fact = 'SAME_UNIT'), max(points) FILTER (WHERE fact = 'SAME_STREET'),
       max(points) FILTER (WHERE fact = 'TIME'), max(points) FILTER (WHERE fact = 'CAPACITY'),
       max(points) FILTER (WHERE fact = 'BUDGET'), max(points) FILTER (WHERE fact = 'MODE'),
       max(points) FILTER (WHERE fact = 'STANDING'), 'linli', '2026-01-01T00:00:00+08:00'
  FROM (SELECT ruled.scope, nearest.fact, nearest.points
          FROM (SELECT DISTINCT scope FROM match_weight) ruled
         CROSS JOIN LATERAL (SELECT DISTINCT ON (fact) fact, points FROM match_weight
                              WHERE starts_with(ruled.scope, scope)
                              ORDER BY fact, length(scope) DESC) nearest) AS whole
 GROUP BY scope;
DROP TABLE match_weight;
