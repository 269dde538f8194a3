package fi.tiedote.delivery;

/** How far a letter had come when the server answered. */
enum Stage {
    RCPT,
    DATA,
    /** The reply to the whole message. */
    DOT
}
