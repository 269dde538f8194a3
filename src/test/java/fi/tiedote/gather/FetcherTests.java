package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost:1/",
                "http://2130706433:1/",
                "http://[::1]:1/",
                "http://[::ffff:127.0.0.1]:1/"
            })
    void noConnectionIsMadeToThem(URI url) throws IOException {
        var fetcher = new Fetcher(Newsroom.CITY, Newsroom.LIMITS, Clock.systemUTC());
        try {
            assertThat(fetcher.fetch(url, Outcome.Validators.NONE, false))
                    .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason())
                            .contains("not on the public internet"));
        } finally {
            fetcher.destroy();
        }
    }
}
