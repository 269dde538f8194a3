-- What the module delivery keeps: the ledger of letters, and the keys that seal the links in them.

CREATE TABLE issue (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    newsletter text        NOT NULL,
    occasion   text        NOT NULL,
    priority   smallint    NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (newsletter, occasion)
);

-- The encoded bytes of a letter, with a NUL and one more byte where something personal goes.
CREATE TABLE edition (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    issue_id bigint NOT NULL REFERENCES issue,
    key      text   NOT NULL,
    plate    bytea  NOT NULL,
    UNIQUE (issue_id, key)
);

-- due_at is set while a courier may take the letter, at once or later.
CREATE TABLE letter (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    issue_id   bigint      NOT NULL REFERENCES issue,
    edition_id bigint      NOT NULL REFERENCES edition,
    newsletter text        NOT NULL,
    subscriber bigint      NOT NULL,
    address    text        NOT NULL,
    personal   text,
    priority   smallint    NOT NULL,
    state      text        NOT NULL DEFAULT 'QUEUED' CHECK (state IN
               ('QUEUED', 'CLAIMED', 'ACCEPTED', 'DEFERRED', 'REFUSED', 'IN_DOUBT', 'CANCELLED')),
    attempt    int         NOT NULL DEFAULT 0,
    node       uuid,
    due_at     timestamptz,
    queued_at  timestamptz NOT NULL,
    settled_at timestamptz,
    reply      text,
    UNIQUE (issue_id, subscriber)
) WITH (fillfactor = 80);

CREATE INDEX letter_due ON letter (priority, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX letter_claimed ON letter (node) WHERE state = 'CLAIMED';
CREATE INDEX letter_open ON letter (subscriber) WHERE state IN ('QUEUED', 'CLAIMED', 'DEFERRED', 'IN_DOUBT');
CREATE INDEX letter_settled ON letter (settled_at) WHERE settled_at IS NOT NULL;

-- A node that sends. It renews its lease while it lives; what it claimed returns when the lease has run out.
CREATE TABLE courier_node (
    id          uuid PRIMARY KEY,
    lease_until timestamptz NOT NULL
);

CREATE TABLE seal_key (
    id         smallint PRIMARY KEY,
    secret     bytea       NOT NULL,
    created_at timestamptz NOT NULL
);
