-- What was done with calls stands with what was done with other things.

INSERT INTO step (thing, unit_code, action, actor, at, reason)
SELECT h.call_id, c.unit_code, h.action, h.actor, h.at, h.reason
  FROM open_call_history h JOIN open_call c ON c.id = h.call_id
 ORDER BY h.id;
DROP TABLE open_call_history;
