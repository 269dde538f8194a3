-- What the module feed keeps: who wants a feed pushed, by WebSub.

-- What somebody asked for and has not proved yet. due_at is when the hub asks back; attempt is the fence of a claim.
CREATE TABLE hub_intent (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic    text        NOT NULL,
    callback text        NOT NULL,
    host     text        NOT NULL,
    mode     text        NOT NULL CHECK (mode IN ('subscribe', 'unsubscribe')),
    secret   text        NOT NULL,
    lease    interval    NOT NULL,
    due_at   timestamptz NOT NULL,
    attempt  int         NOT NULL DEFAULT 0,
    UNIQUE (topic, callback)
);
CREATE INDEX hub_intent_due ON hub_intent (due_at);
CREATE INDEX hub_intent_host ON hub_intent (host);

-- due_at is set while the feed may differ from what was pushed last; revision tells whether it changed during a push.
CREATE TABLE hub_subscription (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    callback    text        NOT NULL,
    host        text        NOT NULL,
    secret      text        NOT NULL,
    lease_until timestamptz NOT NULL,
    sent        text        NOT NULL,
    due_at      timestamptz,
    revision    bigint      NOT NULL DEFAULT 0,
    attempt     int         NOT NULL DEFAULT 0,
    tries       int         NOT NULL DEFAULT 0,
    UNIQUE (topic, callback)
);
CREATE INDEX hub_subscription_due ON hub_subscription (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX hub_subscription_host ON hub_subscription (host);
CREATE INDEX hub_subscription_lease ON hub_subscription (lease_until);
