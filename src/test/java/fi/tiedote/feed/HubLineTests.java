package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.OddServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribers who would keep the hub busy, or have it call where it must not. */
class HubLineTests {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

    private final HubLine line = line(true, Duration.ofMillis(400));
    private final CountDownLatch cutOff = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        line.destroy();
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        try (var server = new OddServer(out -> forEver(out, OK + "\r\n", "x".repeat(1000), 0))) {
            assertThat(line.call(new HttpGet(server.url())).text()).hasSize(HubLine.LARGEST_ANSWER);
            assertThat(cutOff.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OK + "\r\n", OK, "", "HTTP/1.1 100 Continue\r\n\r\n"})
    void anAnswerThatDripsIsCutOff(String beginning) throws Exception {
        var drop = beginning.contains("100") ? beginning : "x";
        try (var server = new OddServer(out -> forEver(out, beginning, drop, 20))) {
            assertThat(line.call(new HttpGet(server.url())).isSilence()).isTrue();
            assertThat(cutOff.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ofAnAnswerToAPushTheStatusIsEnough() throws Exception {
        try (var server = new OddServer(out -> forEver(out, OK + "\r\n", "x", 20))) {
            assertThat(line.call(new HttpPost(server.url())).isGood()).isTrue();
            assertThat(cutOff.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void headersWithoutEndAreNoAnswer() throws Exception {
        try (var server = new OddServer(out -> forEver(out, OK, "X-More: x\r\n", 0))) {
            assertThat(line.call(new HttpGet(server.url())).isSilence()).isTrue();
            assertThat(cutOff.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        try (var secret = OddServer.saying(OK + "\r\n");
                var server = OddServer.saying(
                        "HTTP/1.1 307 Elsewhere\r\nLocation: " + secret.url() + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(line.call(new HttpPost(server.url())).status()).isEqualTo(307);
            assertThat(line.call(new HttpGet(server.url())).status()).isEqualTo(307);
            assertThat(secret.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "2130706433",
                "0177.0.0.1",
                "127.1",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]"
            })
    void nobodyIsCalledInTheOwnNetwork(String host) throws Exception {
        var careful = line(false, Duration.ofSeconds(5));
        try (var server = OddServer.saying(OK + "\r\n")) {
            var url = URI.create(server.url().toString().replace("127.0.0.1", host));
            assertThat(careful.call(new HttpGet(url)).isSilence()).isTrue();
            assertThat(server.connections()).isZero();
        } finally {
            careful.destroy();
        }
    }

    /** It answered from the internet when its subscription was proved; its name means another machine since. */
    @Test
    void aCallbackThatHasMovedIntoTheOwnNetworkIsNotCalledThere() throws Exception {
        var settings = new HubSettings(false, 3, 200, Duration.ofSeconds(5));
        try (var office = new HubOffice();
                var server = OddServer.saying(OK + "\r\n")) {
            var port = server.url().getPort();
            var asked = new ArrayList<String>();
            var moved = new HubLine(settings, PressOffice.CITY, new InMemoryDnsResolver() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    asked.add(host);
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                }
            });
            office.subscribe(Map.of());
            for (var change : List.of(
                    "UPDATE hub_subscription SET host = :host, callback = 'http://reader.example.org:" + port + "/'",
                    "UPDATE hub_host SET host = :host")) {
                office.office
                        .database
                        .jdbc()
                        .sql(change)
                        .param("host", "reader.example.org")
                        .update();
            }
            office.publish("a");
            assertThat(office.hub(moved).round()).isTrue();

            assertThat(asked).containsExactly("reader.example.org");
            assertThat(server.connections()).isZero();
            moved.destroy();
        }
    }

    /** Each connection goes where its own look at the name led: a second look might lead inside. */
    @Test
    void aNameIsLookedUpOnceForEachConnection() throws Exception {
        var looks = new AtomicInteger();
        var names = new InMemoryDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var inside = looks.getAndIncrement() > 0;
                // Nobody is there: an address of this machine that nothing listens at stands for one outside.
                return new InetAddress[] {InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (inside ? 1 : 2)})};
            }
        };
        try (var server = OddServer.saying(OK + "\r\n")) {
            var open = new HubLine(new HubSettings(true, 3, 200, Duration.ofSeconds(5)), PressOffice.CITY, names);
            var url = URI.create(server.url().toString().replace("127.0.0.1", "reader.example.org"));

            assertThat(open.call(new HttpGet(url)).isSilence()).isTrue();
            assertThat(looks).hasValue(1);
            assertThat(server.connections()).isZero();
            open.destroy();
        }
    }

    /** Writes until the other side has closed. */
    private void forEver(OutputStream out, String beginning, String drop, long pause) {
        try {
            out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (IOException closed) {
            cutOff.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HubLine line(boolean intranet, Duration deadline) {
        return new HubLine(new HubSettings(intranet, 3, 200, deadline), PressOffice.CITY);
    }
}
