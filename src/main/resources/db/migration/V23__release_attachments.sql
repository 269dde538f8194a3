-- Files that came with a release and are kept here, each once, by the hash of its bytes; releases name them in attachments.
CREATE TABLE attachment_file (
    hash    text        PRIMARY KEY,
    -- As releases name it: the hash and an ending.
    name    text        NOT NULL,
    type    text        NOT NULL,
    bytes   bigint      NOT NULL,
    kept_at timestamptz NOT NULL
);

-- In pieces, so that one of them at a time is in memory while it is served.
CREATE TABLE attachment_piece (
    hash   text  NOT NULL REFERENCES attachment_file (hash) ON DELETE CASCADE,
    number int   NOT NULL,
    piece  bytea NOT NULL,
    PRIMARY KEY (hash, number)
);
ALTER TABLE attachment_piece ALTER COLUMN piece SET STORAGE EXTERNAL;

CREATE INDEX attachment_file_age ON attachment_file (kept_at);
CREATE INDEX release_attachments ON release USING gin (attachments jsonb_path_ops) WHERE attachments <> '[]';
