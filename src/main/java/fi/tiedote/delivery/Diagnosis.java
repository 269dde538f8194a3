package fi.tiedote.delivery;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a negative reply is about: by its enhanced code (RFC 3463), and by the words of large servers where there is
 * none, or where the words are known to mean something else than the code.
 */
class Diagnosis {
    private static final Set<String> NO_MAILBOX = Set.of("1.1", "1.2", "1.3", "1.6", "1.10");
    private static final Set<String> TOO_MUCH = Set.of("2.2", "2.1", "2.3");

    private static final Pattern GREYLISTING = words("gr[ae]y-?list", "postgrey", "greylisted", "sqlgrey");
    private static final Pattern SENDER = words(
            "spam",
            "unsolicited",
            "block ?list",
            "black ?list",
            "blocked (using|by|for)",
            "\\b(dns|r)bl\\b",
            "spamhaus",
            "barracuda",
            "spamcop",
            "reputation",
            "banned sending",
            "dmarc",
            "\\bspf\\b",
            "\\bdkim\\b",
            "unauthenticated",
            "not authenticated",
            "authentication requirements",
            "virus",
            "phishing",
            "suspicious",
            "content (rejected|denied|restriction|filter)",
            "message (content )?(rejected|denied|not accepted) (for|due to) policy",
            "policy reasons",
            "\\[(bl|ts|s31|s77|cs)\\d+\\]");
    private static final Pattern FULL = words(
            "over ?quota",
            "quota exceeded",
            "exceeded (storage|quota|its)",
            "mailbox (is )?full",
            "mailbox size",
            "insufficient (storage|disk)",
            "out of storage",
            "receiving mail (too quickly|at a rate)");
    private static final Pattern NOBODY = words(
            "(user|recipient|mailbox|account|address)\\b.{0,80}\\b(unknown|not found|does ?n[o']t exist|invalid|unavailable"
                    + "|disabled|inactive|no longer)",
            "(unknown|no such|invalid|nonexistent|bad destination|not a valid) (local )?(user|recipient|mailbox|account"
                    + "|address|person)",
            "no mailbox here",
            "is not a (known|valid) (user|recipient|mailbox)",
            "doesn'?t have (a|an) [^ ]+ account",
            "recipient address rejected: access denied");
    private static final Pattern SIZE = words("too (large|big)", "size (limit|exceed)", "exceeds.{0,30}size");

    private Diagnosis() {}

    static Cause of(Stage stage, Reply reply) {
        if (GREYLISTING.matcher(reply.text()).find() && !reply.isPermanent()) {
            return Cause.GREYLISTED;
        }
        if (SENDER.matcher(reply.text()).find()) {
            return Cause.SENDER;
        }
        var detail = reply.detail();
        return detail.isEmpty() ? byWords(stage, reply) : byCode(stage, reply, detail);
    }

    private static Cause byCode(Stage stage, Reply reply, String detail) {
        if (reply.isPermanent() && NO_MAILBOX.contains(detail)) {
            return stage == Stage.DATA ? Cause.OTHER : Cause.ADDRESS;
        }
        if (detail.equals("4.1") && reply.isPermanent()) {
            return byWords(stage, reply);
        }
        if (TOO_MUCH.contains(detail)) {
            return detail.equals("2.3") ? Cause.MESSAGE : Cause.MAILBOX;
        }
        if (detail.startsWith("7.")) {
            return reply.isPermanent() ? policy(stage, detail) : passingPolicy(reply);
        }
        if (detail.equals("3.4") || detail.startsWith("6.")) {
            return Cause.MESSAGE;
        }
        return reply.isPermanent() ? Cause.OTHER : Cause.BUSY;
    }

    /** Codes beyond 5.7.9 are about authentication and reputation (RFC 7372, and those of large servers). */
    private static Cause policy(Stage stage, String detail) {
        return stage == Stage.RCPT && detail.length() == "7.1".length() ? Cause.POLICY : Cause.SENDER;
    }

    /** 4.7.x at first contact is how most greylisting answers; who names a rate or a limit means it. */
    private static Cause passingPolicy(Reply reply) {
        var rate = reply.text().matches("(?is).*\\b(rate|limit|too many|too fast|throttl|volume).*");
        return rate || reply.endsConnection() ? Cause.BUSY : Cause.GREYLISTED;
    }

    private static Cause byWords(Stage stage, Reply reply) {
        if (FULL.matcher(reply.text()).find()) {
            return Cause.MAILBOX;
        }
        if (!reply.isPermanent()) {
            return reply.code() >= 400 && reply.code() <= 454 ? Cause.BUSY : Cause.OTHER;
        }
        if (SIZE.matcher(reply.text()).find()) {
            return Cause.MESSAGE;
        }
        return stage == Stage.RCPT && NOBODY.matcher(reply.text()).find() ? Cause.ADDRESS : Cause.OTHER;
    }

    private static Pattern words(String... alternatives) {
        return Pattern.compile(String.join("|", List.of(alternatives)), Pattern.CASE_INSENSITIVE);
    }
}
