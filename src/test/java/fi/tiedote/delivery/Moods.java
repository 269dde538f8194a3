package fi.tiedote.delivery;

import fi.tiedote.kit.MailServer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a mail server does to us on bad days: one answer in six is a fault, until the fits have passed. */
class Moods {
    private static final int ONE_IN = 6;
    /** At the door: what happens there costs no letter, only time. */
    private static final int ONE_IN_AT_THE_DOOR = 15;

    private static final String LONG = " " + "puhetta ".repeat(10_000);
    private static final List<String> BREAKS =
            List.of(MailServer.CUT, MailServer.HALF_CLOSE, "421 4.3.2 closing", "as is \0\u00ff\r\n", "as is 2\r\n");

    private final Random random;
    private final AtomicInteger left;
    /** So many answers are good at first, so that the server is known to pipeline when its fits begin. */
    private final AtomicInteger calm = new AtomicInteger(60);

    /** Addresses that heard a 5xx, and how often a message was taken without a word that it was. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    final AtomicInteger silent = new AtomicInteger();

    Moods(long seed, int fits) {
        this.random = new Random(seed);
        this.left = new AtomicInteger(fits);
    }

    void rule(MailServer server) {
        server.greeting(() -> atTheDoor("220 mail.example.org", "554 5.3.2 not today", "as is 220-hei\r\n220 hei\r\n"));
        server.onCommand(name -> name.equals("EHLO") ? atTheDoor("", "451 4.3.0 later", "502 5.5.1 what?") : "");
        server.onMail(sender -> any("250 2.1.0 ok", "451 4.3.0 later", "250" + LONG, "354 what?"));
        server.onRcpt(this::rcpt);
        server.onData(this::data);
        server.afterDot(message -> dot(message.recipient()));
    }

    /** Whether there are none left. */
    boolean havePassed() {
        return left.get() <= 0;
    }

    private String rcpt(String recipient) {
        return noted(recipient, any("250 2.1.5 ok", "450 4.2.1 later", "550 5.1.1 nobody", "as is 250-a\r\n250 b\r\n"));
    }

    private String data(String recipient) {
        return noted(
                recipient,
                any(
                        "354 go ahead",
                        "drip 354 go ahead",
                        "452 4.3.1 full",
                        "554 5.6.0 no",
                        "250 sure",
                        MailServer.CUT_WITHIN,
                        MailServer.CUT_IN_DOT));
    }

    private String dot(String recipient) {
        var answer = any(
                "250 2.0.0 taken",
                "drip 250 2.0.0 taken",
                "take as is 250-a\r\n250-\r\n250\r\n",
                "451 4.7.1 later",
                "552 5.3.4 too big",
                "take 354 more?",
                "take as is \0\r\n",
                MailServer.TAKE_AND_CUT);
        if (answer.startsWith(MailServer.TAKE) && !answer.contains("250")) {
            silent.incrementAndGet();
        }
        return noted(recipient, answer);
    }

    private String noted(String recipient, String answer) {
        if (answer.startsWith("5")) {
            refused.add(recipient);
        }
        return answer;
    }

    private String any(String usual, String... odd) {
        return any(ONE_IN, usual, odd);
    }

    private String atTheDoor(String usual, String... odd) {
        return any(ONE_IN_AT_THE_DOOR, usual, odd);
    }

    private synchronized String any(int oneIn, String usual, String... odd) {
        if (calm.getAndDecrement() > 0 || havePassed() || random.nextInt(oneIn) > 0) {
            return usual;
        }
        left.decrementAndGet();
        var pick = random.nextInt(BREAKS.size() + odd.length);
        return pick < odd.length ? odd[pick] : BREAKS.get(pick - odd.length);
    }
}
