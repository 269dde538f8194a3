package fi.tiedote.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A courier's connection to its relay: kept while it is used, renewed before servers lose their patience with it. */
class Line implements AutoCloseable {
    private static final int LETTERS = 1_000;
    private static final Duration WRITE = Duration.ofMinutes(5);

    private final Relay relay;
    private final String localhost;
    private final Duration idle;
    private volatile @Nullable Wire wire;
    private int letters;
    private long lastUse;

    Line(Relay relay, String localhost, Duration idle) {
        this.relay = relay;
        this.localhost = localhost;
        this.idle = idle;
    }

    /** An open connection. @throws RelayTrouble when there is none to be had */
    Wire wire(Envelope envelope) throws RelayTrouble {
        closeIfIdle();
        var open = wire;
        if (open == null || isWorn() || !open.isFreeFor(envelope)) {
            close();
            open = open();
            wire = open;
            letters = 0;
        }
        letters++;
        lastUse = System.nanoTime();
        return open;
    }

    /** Whether the connection has carried a letter before this one, so that the server may have ended it meanwhile. */
    boolean isReused() {
        return letters > 1;
    }

    /** It carries no further letter. */
    boolean isWorn() {
        return letters >= LETTERS;
    }

    /** Servers have use for a connection that nobody uses. */
    void closeIfIdle() {
        if (wire != null && System.nanoTime() - lastUse > idle.toNanos()) {
            close();
        }
    }

    /** From another thread: frees a courier whose server reads nothing. */
    void cutIfStuck() {
        var open = wire;
        if (open != null) {
            open.cutIfStuck(WRITE);
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
        try {
            return over(Cable.to(relay));
        } catch (AuthenticationFailedException e) {
            throw new RelayTrouble("it refuses username and password of tiedote.relays (" + relay.host() + ")");
        } catch (MessagingException e) {
            throw new RelayTrouble(e.getMessage() + (e.getNextException() == null ? "" : ": " + e.getNextException()));
        } catch (IOException e) {
            throw new RelayTrouble("no connection: " + e);
        }
    }

    private Wire over(Cable cable) throws MessagingException, IOException {
        try {
            return new Wire(Sessions.of(relay, localhost, cable), relay, cable);
        } catch (MessagingException | IOException e) {
            cable.cut();
            throw e;
        }
    }
}
