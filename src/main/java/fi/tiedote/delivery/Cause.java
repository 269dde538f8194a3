package fi.tiedote.delivery;

/** What a negative reply is about, which is what decides who has to change something. */
enum Cause {
    /** There is no such mailbox, and there will be none. */
    ADDRESS,
    /** The mailbox is full, or closed for now. */
    MAILBOX,
    /** Strangers shall come back in a few minutes. */
    GREYLISTED,
    /** The server has too much to do, or we ask too much of it. */
    BUSY,
    /** We, or what we write: reputation, authentication, content. Never the reader's fault. */
    SENDER,
    /** Rules of whoever reads it; of several in a row, ours. */
    POLICY,
    /** This one, for what it is: too large, or of a form that the server does not know. */
    MESSAGE,
    OTHER
}
