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

    private final Relay relay;
    private final Courier courier;
    private final Line line;
    private final Journal journal;
    private final Bell bell;
    private final DeliverySettings.Patience pauses;
    private String trouble = "";
    private Duration pause;

    Shift(Relay relay, Courier courier, Line line, Journal journal, Bell bell, DeliverySettings.Patience pauses) {
        this.relay = relay;
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

    private void round() {
        try {
            var carried = courier.round();
            if (carried > 0) {
                changed("");
            } else {
                line.closeIfIdle();
                bell.await(pauses.look());
            }
        } catch (RelayTrouble e) {
            changed(String.valueOf(e.getMessage()));
            rest();
        } catch (DataAccessException away) {
            changed("the database is away");
            rest();
        } catch (RuntimeException bug) {
            LOG.error("a courier stumbled; it goes on", bug);
            rest();
        }
    }

    private void rest() {
        bell.pause(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** Tells of a change once, not of each attempt. */
    private void changed(String now) {
        if (!now.equals(trouble) && !now.isEmpty()) {
            LOG.warn("relay {} cannot be used: {}; letters wait", relay, now);
        } else if (!trouble.isEmpty() && now.isEmpty()) {
            LOG.info("relay {} takes letters again", relay);
        }
        trouble = now;
        pause = now.isEmpty() ? pauses.relayRetry() : pause;
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
