package fi.tiedote.delivery;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A courier's working life: round after round while there is work, a rest while there is none or while the relay is away. */
class Shift implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration NAP = Duration.ofMillis(50);
    private static final Duration HELD_UP = Duration.ofMillis(100);

    private final Post post;
    private final Courier courier;
    private final Line line;
    private final Journal journal;
    private final Bell bell;
    private final DeliverySettings.Patience pauses;
    private Duration pause;

    Shift(Post post, Courier courier, Line line, Journal journal, Bell bell, DeliverySettings.Patience pauses) {
        this.post = post;
        this.courier = courier;
        this.line = line;
        this.journal = journal;
        this.bell = bell;
        this.pauses = pauses;
        this.pause = pauses.relayRetry();
    }

    @Override
    public void run() {
        try {
            while (!bell.isOver()) {
                round();
            }
        } finally {
            line.close();
            putAway();
        }
    }

    /** From another thread. */
    void cutIfStuck() {
        line.cutIfStuck();
    }

    /** From another thread: whatever it waits for does not come in time. */
    void cut() {
        line.cut();
    }

    private void round() {
        try {
            if (post.health().isGood()) {
                carry();
            } else if (post.health().isMyTurn()) {
                line.prove();
                // What it says to a letter may be the trouble: one shows it.
                carry();
                post.scales().level();
                post.health().worked();
            } else {
                bell.pause(NAP);
            }
        } catch (RelayTrouble e) {
            post.health().failed(e);
        } catch (DataAccessException away) {
            LOG.warn("the database is away ({}); letters wait", away.getClass().getSimpleName());
            rest();
        } catch (RuntimeException bug) {
            LOG.error("a courier stumbled; it goes on", bug);
            rest();
        }
    }

    private void carry() throws RelayTrouble {
        var carried = courier.round();
        pause = pauses.relayRetry();
        if (carried == Courier.HELD_UP) {
            line.closeIfIdle();
            bell.pause(HELD_UP);
        } else if (carried == 0) {
            line.closeIfIdle();
            bell.await(pauses.look());
        }
    }

    private void rest() {
        bell.pause(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** A journal with something in it stays for the next start. */
    private void putAway() {
        try {
            if (journal.entries().isEmpty()) {
                journal.delete();
            } else {
                journal.close();
            }
        } catch (IOException e) {
            LOG.warn("journal of a courier: {}", e.getMessage());
        }
    }
}
