-- A table that is analysed while it holds a page or two makes a sequential scan look cheap, and the plans of foreign-key
-- checks live as long as their session: thousands of postings booked after that cost a scan each (500 entries: 2 s
-- instead of 20 ms, measured). So these tables are looked at only once they are large enough for their index to win.

ALTER TABLE journal_entry SET
    (autovacuum_analyze_threshold = 5000, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = 5000);
ALTER TABLE posting SET
    (autovacuum_analyze_threshold = 5000, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = 5000);
ALTER TABLE return_obligation SET
    (autovacuum_analyze_threshold = 5000, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = 5000);
ALTER TABLE obligation_accrual SET
    (autovacuum_analyze_threshold = 5000, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = 5000);
ALTER TABLE account_balance SET
    (autovacuum_analyze_threshold = 5000, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = 5000);
