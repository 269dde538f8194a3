-- Words are searched a quarter of a year after another, the newest first: each release has its quarter among its words, so
-- that the index finds those of one quarter without a look at the releases of all others.
CREATE FUNCTION release_quarter(moment timestamptz) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT (extract(year FROM moment AT TIME ZONE 'UTC') * 4 + extract(quarter FROM moment AT TIME ZONE 'UTC'))::int
$$;

-- No dictionary makes a word that begins with an at sign. Indexes are built without the schema in the path, so that the
-- quarter is told once more.
CREATE FUNCTION release_search(words tsvector, published_at timestamptz) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT words || array_to_tsvector(ARRAY['@' ||
           (extract(year FROM published_at AT TIME ZONE 'UTC') * 4
          + extract(quarter FROM published_at AT TIME ZONE 'UTC'))::int::text])
$$;

SET LOCAL maintenance_work_mem = '256MB';
DROP INDEX release_words;
CREATE INDEX release_words ON release USING gin (release_search(words, published_at)) WHERE state = 'PUBLISHED';
