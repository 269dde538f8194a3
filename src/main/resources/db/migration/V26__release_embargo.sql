-- Why a release is held until somebody looks at it; empty where nothing is in doubt.
ALTER TABLE release ADD COLUMN doubt text NOT NULL DEFAULT '';

-- Why a release has its topics and areas.
CREATE TABLE release_match (
    release_id bigint NOT NULL REFERENCES release ON DELETE CASCADE,
    vocabulary text   NOT NULL CHECK (vocabulary IN ('TOPIC', 'AREA')),
    slug       text   NOT NULL,
    rule       text   NOT NULL CHECK (rule IN ('SOURCE', 'CATEGORY', 'WORD')),
    -- The source, the category or the word of the text, as the release has it.
    said       text   NOT NULL,
    PRIMARY KEY (release_id, vocabulary, slug)
);
