package fi.tiedote.delivery;

import java.util.regex.Pattern;

/**
 * What an SMTP server answered.
 *
 * @param code of three digits, RFC 5321 §4.2
 * @param text the whole reply; it may repeat an address, so it never goes to the log
 */
record Reply(int code, String text) {
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern OUT_OF_STEP = Pattern.compile("pipelin|synchroni[sz]", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 500;

    Reply {
        // A NUL is what the ledger cannot keep.
        text = text.replace('\0', ' ').strip();
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    boolean isPositive() {
        return code >= 200 && code < 300;
    }

    /** To DATA, and to nothing else: the server waits for the message. */
    boolean asksForMessage() {
        return code >= 300 && code < 400;
    }

    boolean isPermanent() {
        return code >= 500 && code < 600;
    }

    /** That a command came where or when none may: it, or those before it, were not understood. */
    boolean isAboutOrder() {
        return code == 500
                || code == 502
                || code == 503
                || (isPermanent() && OUT_OF_STEP.matcher(text).find());
    }

    /** The server ends the connection, as RFC 5321 §3.8 allows at any moment. */
    boolean endsConnection() {
        return code == 421;
    }

    /** Those of a reply, or {@code none}. Its words may hold an address; its codes do not. */
    static String codes(String text) {
        return text.matches("(?s)\\d{3}.*") ? new Reply(Integer.parseInt(text.substring(0, 3)), text).codes() : "none";
    }

    /** What the enhanced code says after its class, e.g. {@code 1.1}; empty where there is none. */
    String detail() {
        var enhanced = ENHANCED.matcher(text);
        return enhanced.find() ? enhanced.group(1).substring(2) : "";
    }

    /** Code and enhanced code (RFC 3463), which may be logged. */
    String codes() {
        var enhanced = ENHANCED.matcher(text);
        return code + (enhanced.find() ? " " + enhanced.group(1) : "");
    }
}
