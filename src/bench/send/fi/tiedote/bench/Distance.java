package fi.tiedote.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Makes a server on this machine look far away: what goes through arrives so much later, each way, at full speed. */
record Distance(ServerSocket socket, int server, long nanos) implements AutoCloseable {
    static Distance of(long millis, int server) throws IOException {
        var distance = new Distance(
                new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), server, TimeUnit.MILLISECONDS.toNanos(millis));
        start(distance::accept);
        return distance;
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                var near = socket.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), server);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                carry(near, far);
                carry(far, near);
            }
        } catch (IOException closed) {
            // The measurement is over.
        }
    }

    private void carry(Socket from, Socket to) {
        var road = new LinkedBlockingQueue<Parcel>();
        start(() -> load(from, road));
        start(() -> unload(road, to));
    }

    private void load(Socket from, BlockingQueue<Parcel> road) {
        var buffer = new byte[64 * 1024];
        try {
            for (var read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
                road.add(new Parcel(Arrays.copyOf(buffer, read), System.nanoTime() + nanos));
            }
        } catch (IOException gone) {
            // Its end is what the other side hears.
        }
        road.add(new Parcel(new byte[0], System.nanoTime() + nanos));
    }

    private static void unload(BlockingQueue<Parcel> road, Socket to) {
        try (to) {
            for (var parcel = road.take(); parcel.bytes().length > 0; parcel = road.take()) {
                TimeUnit.NANOSECONDS.sleep(parcel.due() - System.nanoTime());
                to.getOutputStream().write(parcel.bytes());
            }
        } catch (IOException | InterruptedException gone) {
            // Nobody waits for it any more.
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "distance");
        thread.setDaemon(true);
        thread.start();
    }

    private record Parcel(byte[] bytes, long due) {}
}
