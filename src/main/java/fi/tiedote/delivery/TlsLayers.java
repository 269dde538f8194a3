package fi.tiedote.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** The JDK's TLS; tells of each socket that it has put on top of another. */
class TlsLayers extends SSLSocketFactory {
    private final SSLSocketFactory jdk;
    private final Consumer<Socket> listener;

    TlsLayers(Consumer<Socket> listener) {
        try {
            this.jdk = SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
        this.listener = listener;
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
        var layer = jdk.createSocket(below, host, port, autoClose);
        listener.accept(layer);
        return layer;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return jdk.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return jdk.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyLayers();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw onlyLayers();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyLayers();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw onlyLayers();
    }

    private static UnsupportedOperationException onlyLayers() {
        return new UnsupportedOperationException("a cable makes its sockets itself");
    }
}
