package fi.tiedote.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What a server says to an envelope: its first refusal, or that it waits for the message.
 *
 * @param refused where it was refused; null for the sender, whom the recipient has nothing to do with
 */
record Answer(@Nullable Stage refused, Reply reply) {
    static Answer of(Reply mail, Reply rcpt, Reply data) {
        if (!mail.isPositive()) {
            return new Answer(null, mail);
        }
        return rcpt.isPositive() ? new Answer(Stage.DATA, data) : new Answer(Stage.RCPT, rcpt);
    }

    boolean isAboutSender() {
        return refused == null;
    }

    /** What is said about the sender comes before anything else was asked. */
    Stage stage() {
        return refused == null ? Stage.DATA : refused;
    }

    boolean isReady() {
        return reply.asksForMessage();
    }
}
