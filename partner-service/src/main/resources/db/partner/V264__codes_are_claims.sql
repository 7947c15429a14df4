-- A credit code or identity number is what somebody states, not what belongs to who stated it first: were it unique, the
-- answer to a registration would tell who is a partner already. Staff see who else states the same.

ALTER TABLE partner
    DROP CONSTRAINT partner_credit_code_key,
    DROP CONSTRAINT partner_identity_index_key;
CREATE INDEX partner_by_credit_code ON partner (credit_code) WHERE credit_code IS NOT NULL;
CREATE INDEX partner_by_identity ON partner (identity_index) WHERE identity_index IS NOT NULL;
