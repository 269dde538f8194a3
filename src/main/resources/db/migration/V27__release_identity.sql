-- The same release from two sources is one: where it is shown, where else it was seen, and what its text is like.

ALTER TABLE release
    -- The address without what changes while the page does not; null without one.
    ADD COLUMN address      text,
    -- Where its source shows its other language versions.
    ADD COLUMN translations text[] NOT NULL DEFAULT '{}',
    -- What its language versions share with it: pictures, people, figures.
    ADD COLUMN marks        text[] NOT NULL DEFAULT '{}';
CREATE INDEX release_address ON release (address) WHERE address IS NOT NULL;
CREATE INDEX release_translations ON release USING gin (translations) WHERE translations <> '{}';
CREATE INDEX release_by_day ON release (language, published_at);

CREATE TABLE release_sighting (
    source        text        NOT NULL,
    item          text        NOT NULL,
    language      text        NOT NULL,
    release_id    bigint      NOT NULL REFERENCES release ON DELETE CASCADE,
    url           text,
    first_seen_at timestamptz NOT NULL,
    PRIMARY KEY (source, item, language)
);
CREATE INDEX release_sighting_of ON release_sighting (release_id);

-- Hashes of which two texts that are nearly equal share at least one.
CREATE TABLE release_band (
    band         bigint      NOT NULL,
    published_at timestamptz NOT NULL,
    release_id   bigint      NOT NULL REFERENCES release ON DELETE CASCADE,
    PRIMARY KEY (band, published_at, release_id)
);
CREATE INDEX release_band_of ON release_band (release_id);
