-- What the module release keeps: every press release once, with every version it has had.

CREATE TABLE release (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid         uuid        NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    content_id   uuid        NOT NULL,
    source       text        NOT NULL,
    item         text        NOT NULL,
    content      text        NOT NULL,
    language     text        NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    url          text,
    title        text        NOT NULL,
    lead         text        NOT NULL,
    body_html    text        NOT NULL,
    published_at timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    embargo_until timestamptz,
    state        text        NOT NULL CHECK (state IN ('HELD', 'EMBARGOED', 'PUBLISHED', 'WITHDRAWN')),
    place        bigint UNIQUE,
    announced    boolean     NOT NULL,
    version      int         NOT NULL DEFAULT 1,
    topics       text[]      NOT NULL,
    areas        text[]      NOT NULL,
    contacts     jsonb       NOT NULL,
    attachments  jsonb       NOT NULL,
    words        tsvector    NOT NULL,
    fingerprint  text        NOT NULL,
    UNIQUE (source, item, language)
);

-- A feed is the newest part of one of these orders; rare topics and words are found by the inverted ones.
CREATE INDEX release_newest ON release (published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX release_newest_by_language ON release (language, published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX release_topics ON release USING gin (topics) WHERE state = 'PUBLISHED';
CREATE INDEX release_areas ON release USING gin (areas) WHERE state = 'PUBLISHED';
CREATE INDEX release_words ON release USING gin (words) WHERE state = 'PUBLISHED';
CREATE INDEX release_content ON release (source, content);
CREATE INDEX release_content_id ON release (content_id);
CREATE INDEX release_embargo ON release (embargo_until) WHERE state = 'EMBARGOED';

CREATE TABLE release_version (
    release_id bigint      NOT NULL REFERENCES release,
    version    int         NOT NULL,
    title      text        NOT NULL,
    lead       text        NOT NULL,
    body_html  text        NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (release_id, version)
);

-- One row: the last place given out. Its row lock makes places visible in their order, which a sequence would not.
CREATE TABLE release_place (
    last bigint NOT NULL
);
INSERT INTO release_place VALUES (0);
