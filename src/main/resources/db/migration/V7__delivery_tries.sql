-- attempt counts claims, also of letters that went back without having been offered to a relay; patience goes by these.
ALTER TABLE letter
    ADD COLUMN tries  int NOT NULL DEFAULT 0,
    ADD COLUMN doubts int NOT NULL DEFAULT 0;
