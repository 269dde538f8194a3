package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.OddServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing on the web leads the gatherer into the city's own network. */
class OwnNetworkTests {
    private final Messenger messenger = new Messenger();

    @AfterEach
    void close() throws IOException {
        messenger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8081/",
                "http://localhost:8081/",
                "http://2130706433:8081/",
                "http://0:8081/",
                "http://0.0.0.0:8081/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://[::1]:8081/",
                "http://[::]:8081/",
                "http://[::ffff:127.0.0.1]:8081/",
                "http://[::ffff:7f00:1]:8081/",
                "http://[::127.0.0.1]:8081/",
                "http://[64:ff9b::7f00:1]:8081/",
                "http://[64:ff9b:1::a00:1]:8081/",
                "http://[2002:7f00:1::]:8081/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[2606:4700::200:5efe:7f00:1]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[ff02::1]/"
            })
    void noConnectionIsMadeToTheOwnNetwork(String url) {
        assertThat(messenger.refusal(URI.create(url), false)).contains("not on the public internet", "intranet: true");
    }

    /** Whether a machine knows such spellings depends on its resolver; where it does, it is the same address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost.",
                "127.1",
                "0x7f000001",
                "0x7f.0.0.1",
                "017700000001",
                "0177.0.0.1",
                "%31%32%37.0.0.1"
            })
    void noOtherSpellingIsAWayIn(String host) {
        try (var server = OddServer.saying(Messenger.ok(Messenger.TEXT))) {
            try {
                assertThat(messenger.refusal(
                                URI.create("http://" + host + ":" + server.url().getPort() + "/"), false))
                        .isNotEmpty();
            } catch (IllegalArgumentException noAddress) {
                assertThat(host).contains("%");
            }
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void whatANameMeantWhenItWasCheckedIsWhereItConnects() throws IOException {
        var asked = new AtomicInteger();
        var rebinding = resolver(host -> SystemDefaultDnsResolver.INSTANCE.resolve(
                asked.getAndIncrement() % 2 == 0 ? "127.0.0.1" : "192.0.2.1"));
        try (var server = OddServer.saying(Messenger.ok(Messenger.TEXT));
                var misled = new Messenger(rebinding)) {
            assertThat(misled.refusal(at("rebinding.example.org", server), false))
                    .contains("not on the public internet");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void oneAddressInsideMakesANameOneOfTheInside() throws IOException {
        var mixed = resolver(
                host -> new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")});
        try (var careful = new Messenger(mixed)) {
            assertThat(careful.refusal(URI.create("http://mixed.example.org/"), false))
                    .contains("not on the public internet");
        }
    }

    @Test
    void aSourceOfTheOwnNetworkOpensItsOwnHostOnly() {
        try (var other = OddServer.saying(Messenger.ok(Messenger.TEXT));
                var server = new FakeSource()) {
            server.answers(
                    302,
                    "",
                    Map.of("Location", "http://localhost:" + other.url().getPort() + "/"));
            assertThat(messenger.refusal(server.url(), true)).contains("localhost is not on the public internet");

            server.answers(
                    302,
                    "",
                    Map.of("Location", "http://127.0.0.1:" + other.url().getPort() + "/"));
            assertThat(messenger.text(server.url())).isEqualTo(Messenger.TEXT);
        }
    }

    private static URI at(String host, OddServer server) {
        return URI.create("http://" + host + ":" + server.url().getPort() + "/");
    }

    private interface Addresses {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private static DnsResolver resolver(Addresses names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.of(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
