-- What two names of rooms are compared by: the normal form of names, in capital letters. Of rooms whose names look alike,
-- the first one has the key; the others keep their name until they are changed.
ALTER TABLE room ADD COLUMN name_key text COLLATE "C";

UPDATE room r SET name_key = k.key
  FROM (SELECT DISTINCT ON (unit_code, key) id, key
          FROM (SELECT id, unit_code, created_at,
                       translate(name_in_normal_form(name), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
                           COLLATE "C" AS key
                  FROM room) AS n
         ORDER BY unit_code, key, created_at, id) AS k
 WHERE k.id = r.id;

CREATE UNIQUE INDEX room_name_key ON room (unit_code, name_key);
