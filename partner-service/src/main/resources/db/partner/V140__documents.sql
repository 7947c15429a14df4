-- Files that partners hand in, sent in pieces (tus 1.0). An upload and the document it becomes have one id.

CREATE TABLE upload (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    partner_id    uuid        NOT NULL REFERENCES partner,
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    length        bigint      NOT NULL CHECK (length BETWEEN 1 AND 52428800),
    upload_offset bigint      NOT NULL DEFAULT 0,
    -- REFUSED: all bytes came, and were no document of a kind that is taken.
    state         text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE', 'REFUSED')),
    type          text,
    sha256        text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    created_by    text        NOT NULL,
    created_at    timestamptz NOT NULL,
    done_at       timestamptz,
    CHECK (upload_offset BETWEEN 0 AND length),
    CHECK (state <> 'DONE' OR (type IS NOT NULL AND sha256 IS NOT NULL AND upload_offset = length))
);
CREATE INDEX upload_by_partner ON upload (partner_id, id);
CREATE INDEX upload_open ON upload (created_at) WHERE state = 'OPEN';

-- The pieces that count, by where they begin. A piece that lost a race lies in the store and has no row.
CREATE TABLE upload_piece (
    upload_id uuid   NOT NULL REFERENCES upload ON DELETE CASCADE,
    at        bigint NOT NULL,
    size      bigint NOT NULL CHECK (size > 0),
    key       text   NOT NULL,
    PRIMARY KEY (upload_id, at)
);
