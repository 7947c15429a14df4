-- What two entry numbers are compared by: the normal form of names, in capital letters. Of entries that were kept under
-- numbers that look alike, the first one has the key; the others stay what they are and are found by their own number.
ALTER TABLE revenue_entry ADD COLUMN entry_key text COLLATE "C";

UPDATE revenue_entry e SET entry_key = k.key
  FROM (SELECT DISTINCT ON (key) entry_no, key
          FROM (SELECT entry_no, recorded_at,
                       translate(name_in_normal_form(entry_no), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
                           COLLATE "C" AS key
                  FROM revenue_entry) AS n
         ORDER BY key, recorded_at, entry_no) AS k
 WHERE k.entry_no = e.entry_no;

CREATE UNIQUE INDEX revenue_entry_key ON revenue_entry (entry_key);
