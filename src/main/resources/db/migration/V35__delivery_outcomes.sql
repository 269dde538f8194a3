-- Which relay a letter went to last: one whose fate is not known never moves to another.
-- A relay that shuns a letter's domain for now leaves the letter to others.
ALTER TABLE letter
    ADD COLUMN relay text,
    ADD COLUMN shunned_by text;

-- The couriers take the issues of a class in turn, and of each what has waited longest.
DROP INDEX letter_due;
CREATE INDEX letter_due ON letter (priority, issue_id, due_at, id) WHERE due_at IS NOT NULL;

-- A subscriber whose address is dead, or was called dead by mistake; a row lives until the module subscription took it.
CREATE TABLE suspension (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscriber bigint      NOT NULL,
    lifted     boolean     NOT NULL,
    noted_at   timestamptz NOT NULL
);

-- Where nothing is sent for now. An empty domain means all that goes through the relay. The reason is a code, no text.
CREATE TABLE breaker (
    relay     text        NOT NULL,
    domain    text        NOT NULL,
    reason    text        NOT NULL,
    trips     int         NOT NULL,
    opened_at timestamptz NOT NULL,
    retry_at  timestamptz NOT NULL,
    PRIMARY KEY (relay, domain)
);

-- How many letters a relay was given on a day, as far as its warm-up counts them.
CREATE TABLE relay_day (
    relay   text   NOT NULL,
    day     date   NOT NULL,
    letters bigint NOT NULL,
    PRIMARY KEY (relay, day)
);
