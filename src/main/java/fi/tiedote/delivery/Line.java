package fi.tiedote.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A courier's connection to its relay: kept while it is used, renewed before servers lose their patience with it. */
class Line implements AutoCloseable {
    private static final int LETTERS = 1_000;

    private final Relay relay;
    private final Session session;
    private final Duration idle;
    private @Nullable Wire wire;
    private int letters;
    private long lastUse;

    Line(Relay relay, String localhost, Duration idle) {
        this.relay = relay;
        this.session = Sessions.of(relay, localhost);
        this.idle = idle;
    }

    /** An open connection. @throws RelayTrouble when there is none to be had */
    Wire wire() throws RelayTrouble {
        if (letters >= LETTERS) {
            close();
        }
        closeIfIdle();
        if (wire == null) {
            wire = open();
            letters = 0;
        }
        letters++;
        lastUse = System.nanoTime();
        return wire;
    }

    /** Whether the connection has carried a letter before this one, so that the server may have ended it meanwhile. */
    boolean isReused() {
        return letters > 1;
    }

    /** Servers have use for a connection that nobody uses. */
    void closeIfIdle() {
        if (wire != null && System.nanoTime() - lastUse > idle.toNanos()) {
            close();
        }
    }

    /** Drops a connection that is broken or in an unknown state. */
    void drop() {
        close();
    }

    @Override
    public void close() {
        var open = wire;
        wire = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (MessagingException alreadyGone) {
            // Closing says QUIT, and a server that has gone cannot hear it.
        }
    }

    private Wire open() throws RelayTrouble {
        var opened = new Wire(session, relay.security() == Relay.Security.TLS);
        try {
            opened.connect(relay.host(), relay.port(), relay.username(), relay.password());
            return opened;
        } catch (AuthenticationFailedException e) {
            throw new RelayTrouble("it refuses username and password of tiedote.relays (" + relay.host() + ")");
        } catch (MessagingException e) {
            throw new RelayTrouble(e.getMessage() + (e.getNextException() == null ? "" : ": " + e.getNextException()));
        }
    }
}
