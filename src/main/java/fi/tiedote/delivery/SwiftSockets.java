package fi.tiedote.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Sockets that send at once: with Nagle's algorithm each letter would wait for the acknowledgement of its envelope. */
class SwiftSockets extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
        return swift(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return swift(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return swift(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return swift(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return swift(new Socket(host, port, local, localPort));
    }

    private static Socket swift(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
