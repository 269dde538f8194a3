-- The mails that were looked at, so that none is a release twice, whatever its mailbox calls it next time.
CREATE TABLE mailbox_message (
    source     text        NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    -- Its Message-ID, or a hash of it where it has none.
    message_id text        NOT NULL,
    -- The release that it was, or corrected; null where it was none.
    item       text,
    -- Its title as far as a correction has it, too.
    likeness   text        NOT NULL,
    read_at    timestamptz NOT NULL,
    PRIMARY KEY (source, message_id)
);
