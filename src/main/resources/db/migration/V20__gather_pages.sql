-- A page is written down when a list names it, and read when its turn comes: the table is the queue. What the list says of
-- it is kept, because a page that is read again shall give the same release.
ALTER TABLE source_page
    ADD COLUMN title    text        NOT NULL DEFAULT '',
    ADD COLUMN lead     text        NOT NULL DEFAULT '',
    ADD COLUMN moment   timestamptz,
    ADD COLUMN found_at timestamptz NOT NULL DEFAULT now(),
    -- NULL: never again unless the list says something new.
    ADD COLUMN due_at   timestamptz,
    ALTER COLUMN read_at DROP NOT NULL;

CREATE INDEX source_page_due ON source_page (source, due_at);
