-- References that were used before they had a normal form are taken in it as well.
INSERT INTO bank_reference (unit, period, reference)
SELECT unit, period, translate(name_in_normal_form(reference), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  FROM bank_reference
ON CONFLICT DO NOTHING;
