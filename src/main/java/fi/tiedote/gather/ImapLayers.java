package fi.tiedote.gather;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS on top of a conversation that began without it. */
class ImapLayers extends SSLSocketFactory {
    @Override
    public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
        return ((ImapSocket) below).secured();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return ((SSLSocketFactory) getDefault()).getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return ((SSLSocketFactory) getDefault()).getSupportedCipherSuites();
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
        return new UnsupportedOperationException("it makes no connections");
    }
}
