-- How many of an issue's letters were deleted because of their age, so that its states still add up to its audience.
ALTER TABLE issue
    ADD COLUMN dropped_accepted  bigint NOT NULL DEFAULT 0,
    ADD COLUMN dropped_refused   bigint NOT NULL DEFAULT 0,
    ADD COLUMN dropped_in_doubt  bigint NOT NULL DEFAULT 0,
    ADD COLUMN dropped_cancelled bigint NOT NULL DEFAULT 0;

-- An edition goes when its issue has no letters, which an index tells. The foreign key would look through all letters for
-- each edition that goes, and at the edition for each letter that is written.
ALTER TABLE letter DROP CONSTRAINT letter_edition_id_fkey;

-- A courier whose connection was away asks which of its letters were cancelled meanwhile.
CREATE INDEX letter_recalled ON letter (node) WHERE state = 'CANCELLED' AND node IS NOT NULL;
