-- Credentials by which a partner's machines sign in. The provider knows their secrets, nobody here does.

CREATE TABLE credential (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    partner_id uuid        NOT NULL REFERENCES partner,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    scopes     text[]      NOT NULL CHECK (cardinality(scopes) > 0),
    -- What it does is kept apart and tried out only.
    sandbox    boolean     NOT NULL,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_by text,
    revoked_at timestamptz,
    version    bigint      NOT NULL DEFAULT 1,
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
CREATE INDEX credential_by_partner ON credential (partner_id, id);

-- The clients that were asked for at the provider: one when it is issued, and one a rotation.
CREATE TABLE credential_client (
    id                 uuid        PRIMARY KEY DEFAULT uuidv7(),
    credential_id      uuid        NOT NULL REFERENCES credential,
    -- How long those before it go on once it is there.
    overlap_hours      integer     NOT NULL,
    asked_by           text        NOT NULL,
    asked_at           timestamptz NOT NULL,
    -- Until then somebody is asking the provider; absent when nobody is.
    taken_until        timestamptz,
    -- Absent until the provider has answered.
    client_id          text        UNIQUE,
    issued_at          timestamptz,
    secret_expires_at  timestamptz,
    -- From then on it is refused.
    retires_at         timestamptz,
    -- RFC 7592, where the provider has it; the token is sealed.
    registration_uri   text,
    registration_token text,
    removed_at         timestamptz,
    CHECK ((client_id IS NULL) = (issued_at IS NULL))
);
CREATE UNIQUE INDEX credential_client_asked ON credential_client (credential_id) WHERE client_id IS NULL;
CREATE INDEX credential_client_of ON credential_client (credential_id, id);
CREATE INDEX credential_client_to_remove ON credential_client (id)
    WHERE registration_uri IS NOT NULL AND removed_at IS NULL;
