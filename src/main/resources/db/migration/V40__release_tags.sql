-- The published releases of each topic and area in the order of feeds: a topic that is rare, or was used long ago only, is
-- found neither by reading the newest releases nor by sorting all of its own. A trigger keeps it, whoever writes releases.
CREATE TABLE release_tag (
    -- "topic/" or "area/" and the slug.
    tag          text        NOT NULL,
    published_at timestamptz NOT NULL,
    release_id   bigint      NOT NULL,
    PRIMARY KEY (tag, published_at, release_id)
);

CREATE FUNCTION release_tags(topics text[], areas text[]) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
    SELECT 'topic/' || topic FROM unnest(topics) AS topic
    UNION
    SELECT 'area/' || area FROM unnest(areas) AS area
$$;

INSERT INTO release_tag (tag, published_at, release_id)
SELECT tag, published_at, id FROM release, release_tags(topics, areas) AS tag WHERE state = 'PUBLISHED';

CREATE FUNCTION keep_release_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.state = 'PUBLISHED' THEN
        DELETE FROM release_tag
         WHERE tag IN (SELECT release_tags(OLD.topics, OLD.areas))
           AND published_at = OLD.published_at AND release_id = OLD.id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.state = 'PUBLISHED' THEN
        INSERT INTO release_tag SELECT tag, NEW.published_at, NEW.id FROM release_tags(NEW.topics, NEW.areas) AS tag;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER release_tags AFTER INSERT OR DELETE OR UPDATE OF state, published_at, topics, areas ON release
    FOR EACH ROW EXECUTE FUNCTION keep_release_tags();
