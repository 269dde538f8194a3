package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.FakeSource;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a site wants of robots (RFC 9309). */
class RobotsTests {
    private final Messenger messenger = new Messenger();

    @AfterEach
    void close() throws IOException {
        messenger.close();
    }

    @Test
    void robotsAreObeyed() {
        try (var server = new FakeSource()) {
            server.shows("/robots.txt", "text/plain", "User-agent: *\nDisallow: /feed\nAllow: /feed/open\n");
            server.shows("/feed/open", "text/plain", "Hei");

            assertThat(messenger.refusal(server.url(), true))
                    .contains("robots.txt of 127.0.0.1 forbids /feed.xml", "robots: false");
            assertThat(messenger.text(server.url().resolve("/feed/open"))).isEqualTo("Hei");
            assertThat(server.asked()).containsExactly("/robots.txt", "/feed/open");
        }
    }

    @Test
    void robotsThatNameUsComeBeforeThoseForAll() {
        try (var server = new FakeSource()) {
            server.shows("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: Tiedote\nDisallow:\n");
            server.answers("Hei");

            assertThat(messenger.text(server.url())).isEqualTo("Hei");
        }
    }

    @Test
    void robotsThatCannotBeReadForbidAndThoseThatAreNotThereAllow() {
        for (var status : new int[] {401, 403, 404, 410, 500, 503, 429}) {
            try (var server = new FakeSource()) {
                server.shows("/robots.txt", exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "3600");
                    exchange.sendResponseHeaders(status, -1);
                });
                server.answers("Hei");
                var answer = messenger.fetch(server.url(), true);
                if (status < 500 && status != 429) {
                    assertThat(answer).isInstanceOf(Answer.Fetched.class);
                } else {
                    assertThat(answer)
                            .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.notBefore())
                                    .isEqualTo(Duration.ofHours(1)));
                    assertThat(server.asked()).containsExactly("/robots.txt");
                }
            }
        }
    }

    @Test
    void robotsAreLookedForWhereTheyHaveMovedAndReadUpToALimit() {
        try (var server = new FakeSource()) {
            server.shows("/robots.txt", exchange -> {
                exchange.getResponseHeaders().add("Location", "/moved.txt");
                exchange.sendResponseHeaders(301, -1);
            });
            var filler = "# " + "a".repeat(1000) + "\n";
            server.shows(
                    "/moved.txt",
                    "text/plain",
                    "User-agent: *\nDisallow: /feed.xml\n" + filler.repeat(2000) + "Disallow: /\n");
            server.answers("Hei");

            assertThat(messenger.refusal(server.url(), true)).contains("forbids");
            assertThat(messenger.text(server.url().resolve("/other"))).isEqualTo("Hei");
        }
    }
}
