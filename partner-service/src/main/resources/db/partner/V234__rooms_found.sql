-- Rooms are found as all else is: by words of any length and by pinyin initials.
ALTER TABLE room ALTER COLUMN search_text SET NOT NULL, ALTER COLUMN search_initials SET NOT NULL,
                 ALTER COLUMN grams SET NOT NULL;
CREATE INDEX room_grams ON room USING gin (grams);

CREATE OR REPLACE VIEW listed AS
SELECT id, unit_code, kind, title, detail, topics, for_whom, quantity, money, times, modes, line, evidence, needs,
       resources, call_id, state, reason, version, created_by, created_at, search_text, search_initials, grams
  FROM list_item
UNION ALL
SELECT id, unit_code, 'ROOM', name, place, equipment, NULL, capacity, NULL, hours, '{}', NULL, NULL, '{}',
       '{}', NULL, 'OPEN', NULL, version, created_by, created_at, search_text, search_initials, grams
  FROM room;
