package fi.tiedote.kit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that records what it takes, and answers as the test wants. A reply is a line such as {@code 450 4.7.1
 * later}, or one of the constants here; 421 ends the connection, too. A line after {@link #DRIP} or {@link #AS_IS} is a
 * reply in an odd form. A script may block, to hold its client up.
 */
public class MailServer implements AutoCloseable {
    /** Instead of a reply: ends the connection without a word. At the final dot, the message is not taken. */
    public static final String CUT = "cut";
    /** To DATA: asks for the message, and ends the connection while it comes. */
    public static final String CUT_WITHIN = "cut within";
    /** To the final dot: takes the message, and ends the connection before it says so. */
    public static final String TAKE_AND_CUT = "take cut";

    /** To DATA: asks for the message, and ends the connection between the final dot and its line's end. */
    public static final String CUT_IN_DOT = "cut in dot";
    /** Instead of a reply: says nothing more, and listens. */
    public static final String HALF_CLOSE = "half close";
    /** What came before it was asked for is lost without a word. */
    public static final String LOSE = "lose";
    /** Before a reply: each byte comes alone. */
    public static final String DRIP = "drip ";
    /** Before what is sent without a line's end, be it a reply or not. */
    public static final String AS_IS = "as is ";
    /** To the final dot, before what is said: takes the message whatever that is. */
    public static final String TAKE = "take ";

    private final ServerSocket socket;
    private final List<Delivered> taken = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    final List<String> logins = new CopyOnWriteArrayList<>();
    final Set<String> extensions = new ConcurrentSkipListSet<>(Set.of("PIPELINING", "8BITMIME"));
    volatile Supplier<String> greeting = () -> "220 mail.example.org ESMTP";
    volatile UnaryOperator<String> command = name -> "";
    volatile UnaryOperator<String> mail = sender -> "250 2.1.0 ok";
    volatile UnaryOperator<String> rcpt = recipient -> "250 2.1.5 ok";
    volatile UnaryOperator<String> data = recipient -> "354 go ahead";
    volatile Function<Delivered, String> dot = message -> "250 2.0.0 taken";

    volatile boolean asksAnybody;
    volatile String early = "";
    volatile boolean onlyAfterTheDot;
    volatile @Nullable SSLContext tls;
    private volatile boolean tlsFromTheFirstByte;

    private MailServer(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    public static MailServer start() {
        return on(0);
    }

    /** On the port that one had which was closed. */
    public static MailServer on(int port) {
        try {
            var server = new MailServer(port);
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return socket.getLocalPort();
    }

    public MailServer greeting(Supplier<String> words) {
        greeting = words;
        return this;
    }

    /** @param name of a command that no envelope needs, such as EHLO or AUTH; answered with "" it is obeyed as usual */
    public MailServer onCommand(UnaryOperator<String> name) {
        command = name;
        return this;
    }

    public MailServer onMail(UnaryOperator<String> sender) {
        mail = sender;
        return this;
    }

    public MailServer onRcpt(UnaryOperator<String> recipient) {
        rcpt = recipient;
        return this;
    }

    /** @param recipient the envelope's first */
    public MailServer onData(UnaryOperator<String> recipient) {
        data = recipient;
        return this;
    }

    public MailServer afterDot(Function<Delivered, String> message) {
        dot = message;
        return this;
    }

    /** Takes so long for each message. */
    public MailServer lingering(Duration moment) {
        return afterDot(message -> {
            LockSupport.parkNanos(moment.toNanos());
            return "250 2.0.0 taken";
        });
    }

    public MailServer offering(String extension) {
        extensions.add(extension);
        return this;
    }

    public MailServer without(String extension) {
        extensions.remove(extension);
        return this;
    }

    /** Sends 354 to DATA even when no recipient is left. */
    public MailServer askingAnybody() {
        asksAnybody = true;
        return this;
    }

    /**
     * Offers PIPELINING and does not mean it.
     *
     * @param answer to what came before it was asked for, which is lost in any case: a reply, {@link #CUT} or {@link #LOSE}
     * @param onlyAfterTheDot whether commands may come together all the same
     */
    public MailServer losingWhatComesEarly(String answer, boolean onlyAfterTheDot) {
        early = answer;
        this.onlyAfterTheDot = onlyAfterTheDot;
        return this;
    }

    public MailServer offeringStartTls(SSLContext context) {
        tls = context;
        return offering("STARTTLS");
    }

    public MailServer speakingTls(SSLContext context) {
        tls = context;
        tlsFromTheFirstByte = true;
        return this;
    }

    public List<Delivered> taken() {
        return List.copyOf(taken);
    }

    /** Mechanism and what was said of each login, with a bar for the characters that part it. */
    public List<String> logins() {
        return List.copyOf(logins);
    }

    /** The first so many messages, as soon as they are there. */
    public List<Delivered> await(int messages) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> taken.size() >= messages);
        return taken();
    }

    /** How many there have been. */
    public int connections() {
        return connections.get();
    }

    /** How many are there now. */
    public int open() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void take(Delivered message) {
        taken.add(message);
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                connections.incrementAndGet();
                open.add(client);
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            new Conversation(this, tlsFromTheFirstByte ? secured(client) : client).hold();
        } catch (IOException gone) {
            // Clients may go as they like.
        } finally {
            open.remove(client);
        }
    }

    Socket secured(Socket client) throws IOException {
        var layer = (SSLSocket) requireNonNull(tls).getSocketFactory().createSocket(client, null, true);
        layer.setUseClientMode(false);
        return layer;
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }
}
