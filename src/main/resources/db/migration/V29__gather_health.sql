-- How a source is: what it was like at the last look, since when, and by what it is judged.
ALTER TABLE source
    -- Where it is asked, to keep requests at one host apart.
    ADD COLUMN host          text NOT NULL DEFAULT '',
    ADD COLUMN state         text NOT NULL DEFAULT 'new'
        CHECK (state IN ('new', 'healthy', 'silent', 'empty', 'malformed', 'failing', 'stopped')),
    ADD COLUMN state_since   timestamptz,
    ADD COLUMN last_look_at  timestamptz,
    -- When it last had something new or changed for us, and the date of its latest item.
    ADD COLUMN last_news_at  timestamptz,
    ADD COLUMN last_item_at  timestamptz,
    -- Mean seconds between two items of its list; null until there were enough of them.
    ADD COLUMN rhythm        bigint,
    -- Items at the last look that read any, and what was ever stored.
    ADD COLUMN items         int    NOT NULL DEFAULT 0,
    ADD COLUMN created       bigint NOT NULL DEFAULT 0,
    ADD COLUMN corrected     bigint NOT NULL DEFAULT 0,
    -- Sentences about single items at the last look that read any.
    ADD COLUMN item_problems int    NOT NULL DEFAULT 0,
    -- What the feed asks of its readers: ttl, skipHours, skipDays, sy:updatePeriod.
    ADD COLUMN wishes        text   NOT NULL DEFAULT '';

-- One request at a time and host, whichever source or node makes it. Whoever asks holds it until free_at at the latest, and
-- leaves it a while in the future. What is in it matters for minutes.
CREATE UNLOGGED TABLE source_host (
    host    text        PRIMARY KEY,
    free_at timestamptz NOT NULL,
    attempt bigint      NOT NULL DEFAULT 0
);
