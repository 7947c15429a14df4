-- What a partner states of itself. Personal data is sealed by the service (AES-GCM, the key's id in front); beside it
-- stand a mask for views and, where it must be unique, a blind index.

ALTER TABLE partner
    ADD credit_code      text UNIQUE,
    ADD identity_sealed  text,
    ADD identity_mask    text,
    ADD identity_index   text UNIQUE,
    ADD phone_sealed     text,
    ADD phone_mask       text,
    ADD phone_index      text,
    ADD bank_sealed      text,
    ADD bank_mask        text,
    ADD version          bigint NOT NULL DEFAULT 1,
    ADD CHECK (kind = 'FIRM' OR credit_code IS NULL),
    ADD CHECK (kind = 'PERSON' OR identity_sealed IS NULL);
CREATE INDEX partner_by_name ON partner USING gin (lower(name) gin_trgm_ops);
CREATE INDEX partner_by_phone ON partner (phone_index);

CREATE TABLE partner_licence (
    id          uuid PRIMARY KEY DEFAULT uuidv7(),
    partner_id  uuid NOT NULL REFERENCES partner,
    type        text NOT NULL CHECK (length(type) BETWEEN 1 AND 100),
    number      text NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
    valid_until date NOT NULL,
    UNIQUE (partner_id, type, number)
);
CREATE INDEX partner_licence_by_end ON partner_licence (valid_until, id);

-- The members of a team and what each of them gets of it.
CREATE TABLE partner_share (
    partner_id    uuid         NOT NULL REFERENCES partner,
    position      integer      NOT NULL,
    name          text         NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    share_percent numeric(5,2) NOT NULL CHECK (share_percent > 0 AND share_percent <= 100),
    PRIMARY KEY (partner_id, position)
);

-- Where a partner has dealings, as the features tell that bring them about.
CREATE TABLE partner_tie (
    partner_id uuid             NOT NULL REFERENCES partner,
    unit_code  text COLLATE "C" NOT NULL,
    since      timestamptz      NOT NULL,
    PRIMARY KEY (partner_id, unit_code)
);
CREATE INDEX partner_tie_by_unit ON partner_tie (unit_code, partner_id);

-- How a partner stands in a street: the newest row counts, without one it is active.
CREATE TABLE partner_standing (
    id         uuid             PRIMARY KEY DEFAULT uuidv7(),
    partner_id uuid             NOT NULL REFERENCES partner,
    street     text COLLATE "C" NOT NULL CHECK (street ~ '^[0-9]{9}$'),
    state      text             NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED')),
    reason     text             NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    set_by     text             NOT NULL,
    set_at     timestamptz      NOT NULL
);
CREATE INDEX partner_standing_newest ON partner_standing (partner_id, street, id DESC);
CREATE TRIGGER partner_standing_is_kept BEFORE UPDATE OR DELETE ON partner_standing
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who read which personal data in clear, and what for.
CREATE TABLE partner_reading (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    partner_id uuid        NOT NULL REFERENCES partner,
    field      text        NOT NULL CHECK (field IN ('IDENTITY_NUMBER', 'PHONE', 'BANK_ACCOUNT')),
    purpose    text        NOT NULL CHECK (length(purpose) BETWEEN 1 AND 500),
    read_by    text        NOT NULL,
    read_as    text        NOT NULL,
    read_at    timestamptz NOT NULL
);
CREATE INDEX partner_reading_by_partner ON partner_reading (partner_id, id);
CREATE TRIGGER partner_reading_is_kept BEFORE UPDATE OR DELETE ON partner_reading
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
