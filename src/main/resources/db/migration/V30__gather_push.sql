-- Feeds whose hub pushes to us (WebSub). A row is a wish until the hub has asked at our callback whether we meant it.
CREATE TABLE source_push (
    -- The secret part of the callback's address.
    token       text        PRIMARY KEY,
    source      text        NOT NULL,
    hub         text        NOT NULL,
    topic       text        NOT NULL,
    -- Whether the hub may be in the own network, as its source is.
    inside      boolean     NOT NULL,
    secret      text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('wanted', 'active', 'ending')),
    -- When we speak to the hub next; attempt is the fence of whoever does.
    due_at      timestamptz NOT NULL,
    attempt     bigint      NOT NULL DEFAULT 0,
    tries       int         NOT NULL DEFAULT 0,
    -- When we asked for what the hub has not verified yet; null when there is nothing that it may verify.
    asked_at    timestamptz,
    lease_until timestamptz,
    -- Whether pushes have come, and no news were found without one since.
    works       boolean     NOT NULL DEFAULT false
);

CREATE UNIQUE INDEX source_push_current ON source_push (source) WHERE state <> 'ending';
