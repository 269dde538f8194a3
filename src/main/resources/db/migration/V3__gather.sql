-- What the module gather knows of each source between two looks at it.

CREATE TABLE source (
    key             text        PRIMARY KEY,
    address         text        NOT NULL,
    next_due        timestamptz NOT NULL,
    -- Who is gathering from it and until when others leave it alone; attempt is the fence against whoever lost the lease.
    holder          text,
    leased_until    timestamptz,
    attempt         bigint      NOT NULL DEFAULT 0,
    -- The watermark: while it is null, what is found is announced to nobody.
    first_import_at timestamptz,
    -- By which rules and settings it was read last; other rules read everything again.
    reading         text        NOT NULL DEFAULT '',
    etag            text,
    last_modified   text,
    moved_to        text,
    moved_times     int         NOT NULL DEFAULT 0,
    last_success_at timestamptz,
    failures        int         NOT NULL DEFAULT 0,
    problem         text
);

CREATE TABLE source_file (
    source      text        NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    path        text        NOT NULL,
    bytes       bigint      NOT NULL,
    modified_at timestamptz NOT NULL,
    -- Null where it could not be opened or kept: then it is tried again.
    fingerprint text,
    problem     text,
    PRIMARY KEY (source, path)
);
