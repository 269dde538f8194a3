package fi.tiedote.delivery;

/**
 * What a server says to an envelope: its first refusal, or that it waits for the message.
 *
 * @param toSender whether it is the sender that the reply is about
 */
record Answer(boolean toSender, Reply reply) {
    static Answer of(Reply mail, Reply rcpt, Reply data) {
        if (!mail.isPositive()) {
            return new Answer(true, mail);
        }
        return new Answer(false, rcpt.isPositive() ? data : rcpt);
    }

    boolean isReady() {
        return reply.asksForMessage();
    }
}
