-- What a source without a kind was found to be. Another address is another question.
CREATE TABLE source_recognised (
    source  text NOT NULL PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
    address text NOT NULL,
    kind    text NOT NULL,
    url     text NOT NULL
);
