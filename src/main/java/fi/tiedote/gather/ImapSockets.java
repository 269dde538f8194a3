package fi.tiedote.gather;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.LongSupplier;
import javax.net.SocketFactory;

/** Makes the socket of a conversation. */
class ImapSockets extends SocketFactory {
    private final MailboxSettings mailbox;
    private final LongSupplier end;

    /** @param end when the conversation must be over, on the clock of {@link System#nanoTime} */
    ImapSockets(MailboxSettings mailbox, LongSupplier end) {
        this.mailbox = mailbox;
        this.end = end;
    }

    @Override
    public Socket createSocket() {
        return new ImapSocket(mailbox, end, new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw onlyUnconnected();
    }

    private static UnsupportedOperationException onlyUnconnected() {
        return new UnsupportedOperationException("it is connected by whoever has asked for it");
    }
}
