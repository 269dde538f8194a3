package fi.tiedote.gather;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.util.unit.DataSize;

/** Fetches for a test, with small limits and no patience. */
class Messenger implements AutoCloseable {
    static final String TEXT = "<rss>Hyvää päivää</rss>";
    static final GatherSettings LIMITS = new GatherSettings(
            DataSize.ofKilobytes(64),
            DataSize.ofMegabytes(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofDays(30),
            Duration.ofMinutes(2),
            Duration.ZERO,
            GatherSettings.WebSub.OFF);

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final WebLine line;
    private final Fetcher fetcher;

    Messenger() {
        this(new WebLine(Newsroom.CITY, LIMITS, Clock.systemUTC()));
    }

    Messenger(DnsResolver names) {
        this(new WebLine(Newsroom.CITY, LIMITS, Clock.systemUTC(), names));
    }

    private Messenger(WebLine line) {
        this.line = line;
        this.fetcher = new Fetcher(
                line, new Turnstile(new Hosts(DATABASE.jdbc()), LIMITS), new Robots(line, Clock.systemUTC()), LIMITS);
    }

    @Override
    public void close() throws IOException {
        line.destroy();
    }

    Answer fetch(URI url, boolean intranet) {
        return fetcher.fetch(url, Outcome.Validators.NONE, intranet);
    }

    /** From the own network. */
    String text(URI url) {
        var answer = fetch(url, true);
        return answer instanceof Answer.Fetched fetched ? new String(fetched.body(), UTF_8) : answer.toString();
    }

    /** Empty when there was none. */
    String refusal(URI url, boolean intranet) {
        return fetch(url, intranet) instanceof Answer.Refused refused ? refused.reason() : "";
    }

    static String ok(String text) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                + new String(text.getBytes(UTF_8), StandardCharsets.ISO_8859_1);
    }
}
