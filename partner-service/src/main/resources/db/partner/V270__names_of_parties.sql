-- What the parties were called when a version was first signed: its paper stays the same, whoever renames itself later.
ALTER TABLE agreement_version
    ADD COLUMN partner_name text,
    ADD COLUMN branch_name  text;

-- Versions of before have the names that their papers show today.
ALTER TABLE agreement_version DISABLE TRIGGER keep_signed_terms;
UPDATE agreement_version v
   SET partner_name = p.name, branch_name = u.name
  FROM agreement a
  JOIN partner p ON p.id = a.partner_id
  LEFT JOIN unit u ON u.code = a.unit_code
 WHERE a.id = v.agreement_id AND (v.partner_by IS NOT NULL OR v.branch_by IS NOT NULL);
ALTER TABLE agreement_version ENABLE TRIGGER keep_signed_terms;
