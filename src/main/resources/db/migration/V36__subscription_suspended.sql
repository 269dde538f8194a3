-- Since when nothing is sent to an address, because a server said that there is no such mailbox.
ALTER TABLE subscriber ADD COLUMN suspended_at timestamptz;
CREATE INDEX subscriber_suspended ON subscriber (id) WHERE suspended_at IS NOT NULL;
