-- What the module newsletter keeps: how far in the sequence of releases each newsletter has come.

-- The alerts: everything up to this place is written. A node takes its turn by a lease.
CREATE TABLE alert_place (
    last       bigint      NOT NULL,
    turn       uuid,
    turn_until timestamptz NOT NULL
);
INSERT INTO alert_place VALUES (0, NULL, '-infinity');

-- A digest takes what lies after one place, up to another: both are fixed when it falls due.
CREATE TABLE digest (
    newsletter  text    NOT NULL,
    occasion    date    NOT NULL,
    after_place bigint  NOT NULL,
    up_to_place bigint  NOT NULL,
    written     boolean NOT NULL,
    PRIMARY KEY (newsletter, occasion)
);
