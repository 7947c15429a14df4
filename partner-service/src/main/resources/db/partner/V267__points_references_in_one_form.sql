-- What two references of a branch are compared by: the normal form of names, in capital letters. Of entries that were
-- booked under references that look alike, the first one has the key; the others stay what they are.
ALTER TABLE points_entry ADD COLUMN reference_key text COLLATE "C";

ALTER TABLE points_entry DISABLE TRIGGER points_entry_append_only;

UPDATE points_entry e SET reference_key = k.key
  FROM (SELECT DISTINCT ON (unit_code, key) id, key
          FROM (SELECT id, unit_code, at,
                       translate(name_in_normal_form(reference), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
                           COLLATE "C" AS key
                  FROM points_entry
                 WHERE reference IS NOT NULL) AS n
         ORDER BY unit_code, key, at, id) AS k
 WHERE k.id = e.id;

ALTER TABLE points_entry ENABLE TRIGGER points_entry_append_only;

CREATE UNIQUE INDEX points_entry_reference ON points_entry (unit_code, reference_key);
