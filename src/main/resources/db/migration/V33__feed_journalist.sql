-- Journalists who may read releases before their moment, each at an address of their own. Of its token only a hash is kept.
CREATE TABLE journalist (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text        NOT NULL,
    token_hash   bytea       NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    readings     bigint      NOT NULL DEFAULT 0,
    last_read_at timestamptz
);
