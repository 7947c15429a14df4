-- How often a statement was moved: its tag, so that HQ decides on what it saw.
ALTER TABLE revenue_statement ADD COLUMN revision bigint NOT NULL DEFAULT 1;
UPDATE revenue_statement s SET revision = h.steps
  FROM (SELECT statement_id, count(*) AS steps FROM statement_history GROUP BY statement_id) AS h
 WHERE h.statement_id = s.id;
