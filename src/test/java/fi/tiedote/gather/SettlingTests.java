package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SettlingTests {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Claims claims = new Claims(database.jdbc());
    private final Sources sources = new Sources(database.jdbc());
    private final Settling settling = new Settling(new Settlements(database.jdbc(), JsonMapper.shared()), claims);

    @Test
    void theSameLookSettledTwiceCountsOnce() {
        var claim = claim("museum");
        settling.add(success(claim, "\"1\""));
        settling.flush();
        settling.add(success(claim, "\"1\""));
        settling.flush();

        assertThat(row("museum")).returns(3L, Sources.Row::created);
    }

    @Test
    void whoLostTheLeaseSettlesNothing() {
        var lost = claim("museum");
        var now = claims.of("museum", "other", NOW.plus(Duration.ofHours(1)), Duration.ofMinutes(2));
        settling.add(success(lost, "\"1\""));
        settling.flush();

        assertThat(now).isPresent();
        assertThat(row("museum")).returns("new", Sources.Row::state).returns(0L, Sources.Row::created);
    }

    @Test
    void oneThatTheTableDoesNotTakeKeepsNoOtherFromIt() {
        settling.add(success(claim("museum"), "a\0b"));
        settling.add(success(claim("theatre"), "\"1\""));
        settling.flush();

        assertThat(row("theatre")).returns(3L, Sources.Row::created);
        assertThat(row("museum")).returns(0L, Sources.Row::created);
        assertThat(claims.of("museum", "node", NOW, Duration.ofMinutes(2))).isPresent();
    }

    @Test
    void successAndFailureAreSettledInOneGo() {
        settling.add(success(claim("museum"), "\"1\""));
        var claim = claim("theatre");
        settling.add(new Settlement.Failure("theatre", claim.attempt(), NOW, NOW, "failing", "it is away"));
        settling.flush();

        assertThat(row("museum")).returns("healthy", Sources.Row::state).returns(NOW, Sources.Row::lastSuccessAt);
        assertThat(row("theatre"))
                .returns("failing", Sources.Row::state)
                .returns(1, Sources.Row::failures)
                .returns("it is away", Sources.Row::problem);
    }

    private Claim claim(String key) {
        sources.register(Newsroom.feed(key, URI.create("https://" + key + ".example.fi/feed")), NOW);
        return claims.of(key, "node", NOW, Duration.ofMinutes(2)).orElseThrow();
    }

    private static Settlement success(Claim claim, String etag) {
        return new Settlement.Success(
                claim.key(),
                claim.attempt(),
                NOW,
                NOW,
                "healthy",
                "rules",
                "",
                true,
                etag,
                null,
                null,
                NOW,
                null,
                null,
                true,
                3,
                0,
                3,
                0);
    }

    private Sources.Row row(String key) {
        return sources.rows(List.of(key)).get(0);
    }
}
