-- Language versions that different sources bring under one id of their system, and pictures that several releases have.
CREATE INDEX release_item ON release (item);
CREATE INDEX release_marks ON release USING gin (marks) WHERE marks <> '{}';
