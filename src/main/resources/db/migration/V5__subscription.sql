-- What the module subscription keeps: who wants what, and since when.

-- A normalised choice, once for everybody who made it.
CREATE TABLE selection (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    languages text[] NOT NULL,
    topics    text[] NOT NULL,
    areas     text[] NOT NULL,
    words     text   NOT NULL,
    UNIQUE (languages, topics, areas, words)
);

CREATE TABLE subscriber (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address     text        NOT NULL,
    address_key text        NOT NULL UNIQUE,
    language    text        NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    since       timestamptz NOT NULL
);

-- requested_at and the language of the form are part of the proof that somebody asked for it.
CREATE TABLE subscription (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscriber_id bigint      NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    selection_id  bigint      NOT NULL REFERENCES selection,
    cadence       text        NOT NULL CHECK (cadence IN ('IMMEDIATE', 'DAILY', 'WEEKLY')),
    form          text        NOT NULL,
    requested_at  timestamptz NOT NULL,
    confirmed_at  timestamptz NOT NULL,
    UNIQUE (subscriber_id, selection_id, cadence)
);
CREATE INDEX subscription_audience ON subscription (cadence, subscriber_id, selection_id);
CREATE INDEX subscription_selection ON subscription (selection_id);

CREATE TABLE confirmation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address      text        NOT NULL,
    address_key  text        NOT NULL,
    language     text        NOT NULL,
    selection_id bigint      NOT NULL REFERENCES selection,
    cadence      text        NOT NULL,
    form         text        NOT NULL,
    token_hash   bytea       NOT NULL UNIQUE,
    day          date        NOT NULL,
    requested_at timestamptz NOT NULL,
    confirmed_at timestamptz
);
-- One open request for each address and day: whoever asks in somebody else's name fills a mailbox with one letter at most.
CREATE UNIQUE INDEX confirmation_open ON confirmation (address_key, day) WHERE confirmed_at IS NULL;
CREATE INDEX confirmation_age ON confirmation (requested_at);
