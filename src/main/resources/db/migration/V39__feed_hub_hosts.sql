-- The hosts of the hub's callbacks: one courier at a time calls a host, and who stays silent is left alone for a while,
-- with whatever else is due there. attempt is the fence of a claim.
CREATE TABLE hub_host (
    host     text        PRIMARY KEY,
    free_at  timestamptz NOT NULL,
    attempt  int         NOT NULL DEFAULT 0,
    -- Calls in a row that nobody answered.
    silences int         NOT NULL DEFAULT 0
);
CREATE INDEX hub_host_free ON hub_host (free_at);

INSERT INTO hub_host (host, free_at)
SELECT host, now() FROM hub_intent UNION SELECT host, now() FROM hub_subscription;

DROP INDEX hub_intent_host, hub_subscription_host;
CREATE INDEX hub_intent_host ON hub_intent (host, due_at);
CREATE INDEX hub_subscription_host ON hub_subscription (host, due_at);
