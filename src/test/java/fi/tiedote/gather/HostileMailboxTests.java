package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** A server that says what it was told to, whatever that does to its client. */
class HostileMailboxTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger idles = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "hostile-imap");
        thread.setDaemon(true);
        thread.start();
        answers.put("greeting", "* OK hello\r\n");
        answers.put("CAPABILITY", "* CAPABILITY IMAP4rev1\r\n");
        answers.put("LOGIN", "");
        answers.put("SELECT", "* 1 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 9] ok\r\n");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        greeting | '* BYE no\\r\\n'
        greeting | ''
        SELECT   | '* OK {2000000000}\\r\\nx'
        SELECT   | '* OK {99999999999999999999}\\r\\nx'
        SELECT   | '* BYE go away\\r\\n'
        UID      | '* 1 FETCH (UID 5 RFC822.SIZE {1999999999}\\r\\nx'
        FETCH    | '* 1 FETCH (BODY[] {1999999999}\\r\\nx'
        UID      | '* BYE\\r\\n'
        UID      | 'garbage ((((\\r\\n'
        UID      | drop
        FETCH    | drop
        """)
    void whateverItSaysTheLookEndsAndNothingIsLost(String command, String says) throws Exception {
        answers.put("UID", "* 1 FETCH (UID 5)\r\n");
        answers.put(command, says.replace("\\r\\n", "\r\n"));
        try (var newsroom = newsroom()) {
            newsroom.gathering.gather("mailbox");
            assertThat(newsroom.titles()).isEmpty();
        }
        var mark = database.jdbc()
                .sql("SELECT mark FROM source")
                .query(String.class)
                .single();
        assertThat(mark).isIn("", "1:8");
        assertThat(asked).contains(command.equals("greeting") ? "" : command);
    }

    @Test
    void aServerThatDripsIsLeftAfterTheDeadline() throws Exception {
        answers.put("SELECT", "drip");
        try (var newsroom = newsroom()) {
            assertThat(newsroom.gathering.gather("mailbox").failure()).contains("mailbox cannot be read");
        }
    }

    @Test
    void aServerThatFallsSilentInIdleIsAskedAnew() throws Exception {
        answers.put("CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE\r\n");
        answers.put("EXAMINE", "* 1 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 9] ok\r\n");
        answers.put("IDLE", "silence");
        var looks = new AtomicInteger();
        var source = Newsroom.mailbox(mailbox());
        var watch = new MailWatch(source, mailbox(), Newsroom.LIMITS, Duration.ofMillis(300), looks::incrementAndGet);
        var thread = new Thread(watch);
        thread.start();

        await(() -> idles.get() >= 3);
        watch.end();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(looks.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aServerWithoutIdleIsLeftToTheSchedule() throws Exception {
        answers.put("EXAMINE", answers.get("SELECT"));
        var thread = new Thread(new MailWatch(
                Newsroom.mailbox(mailbox()), mailbox(), Newsroom.LIMITS, Duration.ofMinutes(1), () -> {}));
        thread.start();

        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(asked).doesNotContain("IDLE");
    }

    private static void await(BooleanSupplier fulfilled) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!fulfilled.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(fulfilled.getAsBoolean()).isTrue();
    }

    private Newsroom newsroom() {
        return new Newsroom(
                database,
                new MovingClock("2026-11-23T09:00:00Z"),
                Newsroom.patient(Duration.ofSeconds(1)),
                Newsroom.mailbox(mailbox()));
    }

    private MailboxSettings mailbox() {
        return new MailboxSettings(
                "127.0.0.1",
                server.getLocalPort(),
                MailboxSettings.Security.NONE,
                "releases",
                "secret",
                "INBOX",
                null,
                List.of("@example.org"),
                List.of("none"),
                DataSize.ofMegabytes(1));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                converse(socket);
            } catch (IOException ended) {
                // The next one comes by itself.
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var out = socket.getOutputStream();
        asked.add("");
        say(out, answers.getOrDefault("greeting", ""));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var words = line.split(" ", -1);
            var command = words.length > 1 ? words[1] : "";
            asked.add(command);
            var answer = answers.getOrDefault(command, "");
            if (answer.equals("drop")) {
                return;
            }
            if (answer.equals("silence")) {
                say(out, "+ idling\r\n");
                idles.incrementAndGet();
                continue;
            }
            if (answer.equals("drip")) {
                drip(out);
            }
            say(out, answer);
            say(out, words[0] + " OK done\r\n");
        }
    }

    private static void drip(OutputStream out) throws IOException {
        var pause = new CountDownLatch(1);
        try {
            for (var at = 0; at < 600; at++) {
                say(out, "* OK x\r\n");
                pause.await(20, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
