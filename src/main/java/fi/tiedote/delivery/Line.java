package fi.tiedote.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A courier's connection to its relay: kept while it is used, renewed before servers lose their patience with it. */
class Line implements AutoCloseable {
    private static final int WORDS = 200;
    private static final Duration WRITE = Duration.ofMinutes(5);

    private final Relay relay;
    private final String localhost;
    private final DeliverySettings.Patience patience;
    private final Pipelining pipelining;
    private volatile @Nullable Wire wire;
    private int letters;
    private long lastUse;
    private long openedAt;
    private volatile @Nullable Cable connecting;

    Line(Relay relay, String localhost, DeliverySettings.Patience patience, Pipelining pipelining) {
        this.relay = relay;
        this.localhost = localhost;
        this.patience = patience;
        this.pipelining = pipelining;
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
            openedAt = System.nanoTime();
        }
        letters++;
        lastUse = System.nanoTime();
        return open;
    }

    /** Whether the relay takes us at all. @throws RelayTrouble saying why not */
    void prove() throws RelayTrouble {
        closeIfIdle();
        if (wire == null) {
            wire = open();
            letters = 0;
            openedAt = System.nanoTime();
            lastUse = openedAt;
        }
    }

    /** From another thread: ends the connection, also one that is being made. */
    void cut() {
        var open = wire;
        if (open != null) {
            open.cut();
        }
        var cable = connecting;
        if (cable != null) {
            cable.cut();
        }
    }

    /** Whether the connection has carried a letter before this one, so that the server may have ended it meanwhile. */
    boolean isReused() {
        return letters > 1;
    }

    /** Whether the server lost what came early, so that the same may go well step by step. */
    boolean failedToPipeline() {
        var open = wire;
        return open != null && open.failedToPipeline();
    }

    /** It carries no further letter. */
    boolean isWorn() {
        return letters >= relay.pace().messagesPerConnection()
                || System.nanoTime() - openedAt > relay.pace().connectionAge().toNanos();
    }

    /** Servers have use for a connection that nobody uses. */
    void closeIfIdle() {
        if (wire != null && System.nanoTime() - lastUse > patience.idle().toNanos()) {
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
            return over(Cable.to(relay, patience));
        } catch (AuthenticationFailedException e) {
            throw new RelayTrouble("it refuses username and password of tiedote.relays (" + relay.host() + ")", true);
        } catch (MessagingException e) {
            var cause = e.getNextException();
            throw new RelayTrouble(words(e) + (cause == null ? "" : ": " + cause), isLasting(e));
        } catch (SSLException e) {
            throw new RelayTrouble("no secure connection: " + e, true);
        } catch (IOException e) {
            throw new RelayTrouble("no connection: " + e, false);
        } finally {
            connecting = null;
        }
    }

    /** What a server says may be long and may hold anything; its beginning tells what it is. */
    private static String words(MessagingException e) {
        var text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return text.length() <= WORDS ? text : text.substring(0, WORDS);
    }

    /** A wrong certificate or a missing extension does not go away by itself. */
    private static boolean isLasting(MessagingException e) {
        return e.getNextException() instanceof SSLException
                || (e.getMessage() != null && e.getMessage().contains("STARTTLS is required"));
    }

    private Wire over(Cable cable) throws MessagingException, IOException {
        connecting = cable;
        try {
            return new Wire(Sessions.of(relay, localhost, cable), relay, cable, pipelining);
        } catch (MessagingException | IOException e) {
            cable.cut();
            throw e;
        }
    }
}
