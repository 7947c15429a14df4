-- HQ's consolidation (role hq): fed from Kafka alone, can be rebuilt from the topics.
-- Money is whole fen, a period is 'YYYY-MM'. Keys compare byte by byte, so that a code's prefix is a key range.

-- Local copy of the unit registry: what a code is called.
CREATE TABLE hq_unit (
    code       text COLLATE "C" PRIMARY KEY,
    name       text NOT NULL,
    unit_class text
);

-- The accepted statement that counts for a branch and period, with its class frozen at acceptance.
CREATE TABLE hq_statement (
    unit         text COLLATE "C" NOT NULL,
    period       text COLLATE "C" NOT NULL,
    statement_id text NOT NULL,
    version      integer NOT NULL,
    unit_class   text,
    accepted_at  timestamptz NOT NULL,
    PRIMARY KEY (unit, period)
);

-- Its lines: for drilling down, and for subtracting them when a correction comes.
CREATE TABLE hq_statement_line (
    unit         text COLLATE "C" NOT NULL,
    period       text COLLATE "C" NOT NULL,
    ordinal      integer NOT NULL,
    line         text COLLATE "C" NOT NULL,
    project      text,
    partner      text COLLATE "C",
    counterparty text COLLATE "C",
    gross        bigint NOT NULL,
    tax          bigint NOT NULL,
    direct_cost  bigint NOT NULL,
    entries      bigint NOT NULL,
    PRIMARY KEY (unit, period, ordinal)
);
CREATE INDEX hq_statement_line_by_partner ON hq_statement_line (partner, unit, period, ordinal)
    WHERE partner IS NOT NULL;

-- Cells. Free space in each page keeps the frequent additions to the same row off the indexes (HOT).
-- level is the number of digits of the scope; unit_class '' stands for none.
CREATE TABLE hq_line_cell (
    level                  smallint NOT NULL,
    scope                  text COLLATE "C" NOT NULL,
    period                 text COLLATE "C" NOT NULL,
    line                   text COLLATE "C" NOT NULL,
    unit_class             text COLLATE "C" NOT NULL,
    gross                  bigint NOT NULL,
    tax                    bigint NOT NULL,
    direct_cost            bigint NOT NULL,
    entries                bigint NOT NULL,
    eliminated_gross       bigint NOT NULL,
    eliminated_tax         bigint NOT NULL,
    eliminated_direct_cost bigint NOT NULL,
    eliminated_entries     bigint NOT NULL,
    PRIMARY KEY (level, scope, period, line, unit_class)
) WITH (fillfactor = 80);

CREATE TABLE hq_branch_cell (
    scope                  text COLLATE "C" NOT NULL,
    branch                 text COLLATE "C" NOT NULL,
    period                 text COLLATE "C" NOT NULL,
    gross                  bigint NOT NULL,
    tax                    bigint NOT NULL,
    direct_cost            bigint NOT NULL,
    entries                bigint NOT NULL,
    eliminated_gross       bigint NOT NULL,
    eliminated_tax         bigint NOT NULL,
    eliminated_direct_cost bigint NOT NULL,
    eliminated_entries     bigint NOT NULL,
    PRIMARY KEY (scope, branch, period)
) WITH (fillfactor = 80);

CREATE TABLE hq_partner_cell (
    scope                  text COLLATE "C" NOT NULL,
    partner                text COLLATE "C" NOT NULL,
    period                 text COLLATE "C" NOT NULL,
    gross                  bigint NOT NULL,
    tax                    bigint NOT NULL,
    direct_cost            bigint NOT NULL,
    entries                bigint NOT NULL,
    eliminated_gross       bigint NOT NULL,
    eliminated_tax         bigint NOT NULL,
    eliminated_direct_cost bigint NOT NULL,
    eliminated_entries     bigint NOT NULL,
    PRIMARY KEY (scope, partner, period)
) WITH (fillfactor = 80);

-- How many accepted versions each scope has taken in, and when.
CREATE TABLE hq_progress (
    scope               text COLLATE "C" PRIMARY KEY,
    accepted_statements bigint NOT NULL,
    last_accepted_at    timestamptz NOT NULL,
    last_applied_at     timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Everything that a rebuild must give back unchanged, in one shape, for comparing before and after.
CREATE VIEW hq_rebuilt AS
SELECT 'LINE' AS kind, scope, period, line || '/' || unit_class AS item, gross, tax, direct_cost, entries,
       eliminated_gross, eliminated_tax, eliminated_direct_cost, eliminated_entries
  FROM hq_line_cell
UNION ALL
SELECT 'BRANCH', scope, period, branch, gross, tax, direct_cost, entries,
       eliminated_gross, eliminated_tax, eliminated_direct_cost, eliminated_entries
  FROM hq_branch_cell
UNION ALL
SELECT 'PARTNER', scope, period, partner, gross, tax, direct_cost, entries,
       eliminated_gross, eliminated_tax, eliminated_direct_cost, eliminated_entries
  FROM hq_partner_cell
UNION ALL
SELECT 'STATEMENT', unit, period,
       concat_ws('/', ordinal, line, coalesce(project, ''), coalesce(partner, ''), coalesce(counterparty, '')),
       gross, tax, direct_cost, entries, 0, 0, 0, 0
  FROM hq_statement_line;
