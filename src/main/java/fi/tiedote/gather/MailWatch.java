package fi.tiedote.gather;

import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from a mailbox that something has come (IMAP IDLE, RFC 2177) and calls for a look. It reads nothing itself, and the
 * schedule looks, too: a server may not offer IDLE, and may forget us.
 */
class MailWatch implements Runnable {
    /** RFC 2177 advises 29 minutes at most; whoever stands between forgets a connection earlier. */
    static final Duration RENEWAL = Duration.ofMinutes(9);

    private static final Logger LOG = LoggerFactory.getLogger(MailWatch.class);
    /** A server that ends IDLE at once must not keep us busy. */
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private static final long SLACK = TimeUnit.SECONDS.toNanos(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final SourceSettings source;
    private final MailboxSettings mailbox;
    private final GatherSettings limits;
    private final Duration renewal;
    private final Runnable look;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Imap open;

    /** @param renewal after which a connection that says nothing is taken for dead, and another one is opened */
    MailWatch(SourceSettings source, MailboxSettings mailbox, GatherSettings limits, Duration renewal, Runnable look) {
        this.source = source;
        this.mailbox = mailbox;
        this.limits = limits;
        this.renewal = renewal;
        this.look = look;
    }

    @Override
    public void run() {
        var pause = FIRST_PAUSE;
        while (ended.getCount() > 0) {
            try {
                if (!listen()) {
                    LOG.info(
                            "source {}: its server does not offer IDLE; it is looked at by the schedule", source.key());
                    return;
                }
                pause = FIRST_PAUSE;
            } catch (MessagingException | RuntimeException failed) {
                LOG.debug("source {}: listening ended", source.key(), failed);
                if (isEndedAfter(pause)) {
                    return;
                }
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Ends the conversation, wherever it is. */
    void end() {
        ended.countDown();
        var imap = open;
        if (imap != null) {
            try {
                imap.store().close();
            } catch (MessagingException closed) {
                // That is what was wanted.
            }
        }
    }

    /** @return false where the server does not offer it; true when the connection has come to its end */
    private boolean listen() throws MessagingException {
        var end = System.nanoTime() + renewal.plus(limits.deadline()).toNanos();
        try (var imap = Imap.open(mailbox, limits, renewal, () -> end, false)) {
            open = imap;
            imap.folder().addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    look.run();
                }
            });
            // What came while nobody listened.
            look.run();
            var begun = System.nanoTime();
            while (System.nanoTime() - begun < renewal.toNanos() && !isEndedAfter(SHORTEST)) {
                imap.folder().idle(true);
            }
            return true;
        } catch (MessagingException closed) {
            if (closed.getCause() instanceof BadCommandException) {
                return false;
            }
            // A server that has nothing to say, and one that is dead, look alike.
            if (open != null && System.nanoTime() - end + limits.deadline().toNanos() >= -SLACK) {
                return true;
            }
            throw closed;
        } finally {
            open = null;
        }
    }

    private boolean isEndedAfter(Duration pause) {
        try {
            return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    static List<MailWatch> all(SourceList list, GatherSettings limits, Consumer<String> look) {
        return list.sources().stream()
                .flatMap(source -> source.mailbox() == null
                        ? Stream.empty()
                        : Stream.of(new MailWatch(
                                source, source.mailbox(), limits, RENEWAL, () -> look.accept(source.key()))))
                .toList();
    }
}
