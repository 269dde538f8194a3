-- Feeds tell readers what was withdrawn lately; there is little of it, and it must not cost a look at all releases.
CREATE INDEX release_withdrawn ON release (updated_at DESC, id DESC) WHERE state = 'WITHDRAWN';
