package fi.tiedote.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The sockets of one connection: a plain one, and where it is secured, the one with TLS on top. */
class Cable {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final Socket plain;
    private final DeliverySettings.Patience patience;
    private Socket top;

    private Cable(Socket plain, DeliverySettings.Patience patience) {
        this.plain = plain;
        this.patience = patience;
        this.top = plain;
    }

    /** To the first of the host's addresses that answers. */
    static Cable to(Relay relay, DeliverySettings.Patience patience) throws IOException {
        var failure = new IOException(relay + " has no address");
        for (var address : InetAddress.getAllByName(relay.host())) {
            // With the name in the settings: TLS compares that, and nobody looks for another.
            var named = InetAddress.getByAddress(relay.host(), address.getAddress());
            try {
                return connected(new InetSocketAddress(named, relay.port()), relay, patience);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static Cable connected(InetSocketAddress address, Relay relay, DeliverySettings.Patience patience)
            throws IOException {
        var cable = new Cable(new Socket(), patience);
        try {
            // With Nagle's algorithm, each letter would wait for the acknowledgement of its envelope.
            cable.plain.setTcpNoDelay(true);
            cable.awaitReply();
            cable.plain.connect(address, (int) CONNECT.toMillis());
            if (relay.security() == Relay.Security.TLS) {
                cable.secure(relay);
            }
            return cable;
        } catch (IOException e) {
            cable.cut();
            throw e;
        }
    }

    /** The one to speak through. */
    Socket top() {
        return top;
    }

    /** How long a read may take from now on. */
    void wait(Duration time) throws IOException {
        plain.setSoTimeout((int) time.toMillis());
    }

    void awaitReply() throws IOException {
        wait(patience.reply());
    }

    /** After a message, which the server may look at for long. */
    void awaitVerdict() throws IOException {
        wait(patience.verdict());
    }

    OutputStream output() throws IOException {
        return top.getOutputStream();
    }

    /** For STARTTLS: who layers TLS on top, speaks through that from then on. */
    SSLSocketFactory layers() {
        return new TlsLayers(layer -> top = layer);
    }

    /** Without a farewell; from any thread, also while another one writes. */
    void cut() {
        try {
            plain.close();
        } catch (IOException alreadyGone) {
            // That was the aim.
        }
    }

    private void secure(Relay relay) throws IOException {
        var socket = (SSLSocket) layers().createSocket(plain, relay.host(), relay.port(), true);
        var identity = socket.getSSLParameters();
        identity.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(identity);
        socket.startHandshake();
    }
}
