-- The newest releases of one source, and the list of sources without a look at every release.
CREATE INDEX release_newest_by_source ON release (source, published_at DESC, id DESC) WHERE state = 'PUBLISHED';

-- Whether the public could read a version while it stood: what was corrected under embargo stays unseen after it.
ALTER TABLE release_version ADD COLUMN published boolean NOT NULL DEFAULT true;
