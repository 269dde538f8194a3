package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wishes the hub takes. */
class HubDeskTests {
    private final HubOffice office = new HubOffice(new HubSettings(true, 3, 6, Duration.ofSeconds(20)));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void oneNetworkHasItsShareOfWishes() {
        for (var number = 0; number < 6; number++) {
            assertThat(ask("192.0.2." + number, "http://reader" + number + ".example/"))
                    .isEqualTo(202);
        }
        assertThat(ask("192.0.2.99", "http://other.example/")).isEqualTo(429);
        assertThat(ask("198.51.100.1", "http://other.example/")).isEqualTo(202);

        office.office.clock.advance(HubSettings.PERIOD.dividedBy(6));
        assertThat(ask("192.0.2.99", "http://third.example/")).isEqualTo(202);
    }

    /** Whoever wishes: each wish is a call to a host that has perhaps not asked for any. */
    @Test
    void oneHostHasItsShareOfWishesFromWhomeverTheyCome() {
        for (var number = 0; number < 6; number++) {
            assertThat(ask("198.51." + number + ".1", "http://victim.example/")).isEqualTo(202);
        }
        assertThat(ask("203.0.113.1", "https://Victim.example./other")).isEqualTo(429);
    }

    @Test
    void whoHasToWaitIsToldHowLong() {
        for (var number = 0; number < 6; number++) {
            ask("192.0.2.1", "http://reader" + number + ".example/");
        }
        var answer = office.desk.take(form("http://reader.example/"), "192.0.2.1");

        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("101");
        assertThat(answer.getBody()).contains("try again later");
    }

    private int ask(String client, String callback) {
        return office.desk.take(form(callback), client).getStatusCode().value();
    }

    private static Map<String, String> form(String callback) {
        return Map.of("hub.mode", "subscribe", "hub.topic", HubOffice.TOPIC, "hub.callback", callback);
    }

    @Test
    void oneHostHasALimitHoweverItIsSpelled() {
        for (var format : List.of("rss", "json", "ninjs.json")) {
            var topic = "https://tiedote.example.fi/feeds/releases." + format;
            assertThat(office.ask("subscribe", Map.of("hub.topic", topic, "hub.callback", "http://reader.example/a")))
                    .isEqualTo(202);
        }
        assertThat(office.ask("subscribe", Map.of("hub.callback", "https://READER.example.:8443/b")))
                .isEqualTo(429);
        assertThat(office.ask("subscribe", Map.of("hub.callback", "https://other.example/b")))
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hub.mode          | publish                                                | 400
                    hub.mode          | ''                                                     | 400
                    hub.topic         | ''                                                     | 404
                    hub.topic         | https://elsewhere.example/feeds/releases.atom          | 404
                    hub.topic         | https://tiedote.example.fi.evil.example/feeds/releases.atom | 404
                    hub.topic         | https://tiedote.example.fi/feeds/releases.atom?limit=50| 404
                    hub.topic         | https://tiedote.example.fi/feeds/releases.atom?before=1_1 | 404
                    hub.topic         | https://tiedote.example.fi/feeds/releases.atom?topic=tanssi | 404
                    hub.topic         | https://tiedote.example.fi/feeds/releases.atom?source=nobody | 404
                    hub.topic         | https://tiedote.example.fi/feeds/releases/99.atom      | 404
                    hub.topic         | https://tiedote.example.fi/                            | 404
                    hub.callback      | ''                                                     | 400
                    hub.callback      | ftp://example.org/                                     | 400
                    hub.callback      | http://user@example.org/                               | 400
                    hub.callback      | nonsense                                               | 400
                    hub.callback      | http://example.org:25/                                 | 400
                    hub.callback      | http:///nowhere                                        | 400
                    hub.lease_seconds | soon                                                   | 400
                    hub.lease_seconds | -1                                                     | 400
                    hub.lease_seconds | 9999999999999                                          | 400
                    """)
    void whatCannotBeDoneIsRefused(String name, String value, int status) {
        assertThat(office.ask("subscribe", Map.of(name, value))).isEqualTo(status);
        assertThat(office.count("hub_intent")).isZero();
    }

    @Test
    void aSecretIsShort() {
        assertThat(office.ask("subscribe", Map.of("hub.secret", "ä".repeat(100))))
                .isEqualTo(400);
        assertThat(office.ask("subscribe", Map.of("hub.secret", "a\0b"))).isEqualTo(400);
        assertThat(office.ask("subscribe", Map.of("hub.secret", "a".repeat(199))))
                .isEqualTo(202);
    }
}
