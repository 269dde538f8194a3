-- Where the last look at a source got to, in the words of its kind: a first import may take several looks.
ALTER TABLE source ADD COLUMN mark text NOT NULL DEFAULT '';

-- The pages that were read as articles, so that the next look reads only what is new or has changed.
CREATE TABLE source_page (
    source        text        NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    url           text        NOT NULL,
    -- What the list said of it when it was read: its date, title or time of change.
    stamp         text        NOT NULL,
    etag          text,
    last_modified text,
    read_at       timestamptz NOT NULL,
    failures      int         NOT NULL DEFAULT 0,
    PRIMARY KEY (source, url)
);
