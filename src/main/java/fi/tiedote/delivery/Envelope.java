package fi.tiedote.delivery;

import java.nio.charset.StandardCharsets;

/** Sender and recipient of a letter, as SMTP has them. */
record Envelope(long letter, String sender, EmailAddress recipient) {
    /** Needs a server with SMTPUTF8 (RFC 6531). */
    boolean isInternational() {
        return !recipient.isAscii();
    }

    String mail() {
        return "MAIL FROM:<" + sender + ">" + (isInternational() ? " SMTPUTF8" : "");
    }

    String rcpt() {
        return "RCPT TO:<" + recipient + ">";
    }

    /** All of it and the request to send, as one group (RFC 2920 §3.1). */
    byte[] group() {
        return (mail() + "\r\n" + rcpt() + "\r\nDATA\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
