package fi.tiedote.gather;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A socket that reads within limits, perhaps through TLS. */
class ImapSocket extends Socket {
    private final MailboxSettings mailbox;
    private final LongSupplier end;
    private Socket inner;
    private @Nullable InputStream input;

    ImapSocket(MailboxSettings mailbox, LongSupplier end, Socket inner) {
        this.mailbox = mailbox;
        this.end = end;
        this.inner = inner;
    }

    /** A new one that speaks TLS over the same connection, with a server that has proved its name. */
    ImapSocket secured() throws IOException {
        var tls = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(inner, mailbox.host(), mailbox.port(), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return new ImapSocket(mailbox, end, tls);
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        inner.connect(address, timeout);
        if (mailbox.security() == MailboxSettings.Security.TLS) {
            // A server that says nothing must not keep us for ever, and nobody has set a limit yet.
            inner.setSoTimeout(timeout);
            inner = secured().inner;
        }
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
        connect(address, 0);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new ImapInput(inner.getInputStream(), mailbox.largest().toBytes() + (1 << 16), end);
        }
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return inner.getOutputStream();
    }

    @Override
    public synchronized void setSoTimeout(int milliseconds) throws SocketException {
        inner.setSoTimeout(milliseconds);
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return inner.getSoTimeout();
    }

    @Override
    public synchronized void close() throws IOException {
        inner.close();
        super.close();
    }

    @Override
    public boolean isConnected() {
        return inner.isConnected();
    }

    @Override
    public boolean isClosed() {
        return inner.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return inner.getInetAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        var address = inner.getRemoteSocketAddress();
        return address == null ? new InetSocketAddress(mailbox.host(), mailbox.port()) : address;
    }

    @Override
    public int getPort() {
        return inner.getPort();
    }
}
