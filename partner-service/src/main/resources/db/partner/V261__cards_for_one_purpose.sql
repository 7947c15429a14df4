-- A card is shown for one thing and kept as a keyed hash; one for spending is used up by it. Those of before end within
-- five minutes anyway.

DROP TABLE points_card;
CREATE TABLE points_card (
    code_hash  text        PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES points_account,
    purpose    text        NOT NULL CHECK (purpose IN ('EARN', 'SPEND')),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX points_card_by_account ON points_card (account_id, expires_at);
