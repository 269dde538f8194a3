package fi.tiedote.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.MovingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PileTests {
    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00.123Z");

    @Test
    void theNewestIsFirstAndAllAreThereAfterARestart() throws IOException {
        var pile = pile();
        var first = pile.put(new byte[] {1});
        var second = pile.put(new byte[] {2});
        clock.advance(Duration.ofMillis(1));
        var third = pile().put(new byte[] {3});

        assertThat(pile().ids()).containsExactly(third, second, first);
        assertThat(pile().find(second).orElseThrow()).hasBinaryContent(new byte[] {2});
        assertThat(Pile.received(first)).isEqualTo(Instant.parse("2026-11-23T09:00:00.123Z"));
    }

    @Test
    void theOldestMakeRoom() throws IOException {
        var pile = pile();
        var ids = new ArrayList<String>();
        for (var i = 0; i < 1001; i++) {
            ids.add(pile.put(new byte[0]));
        }

        assertThat(pile.ids()).hasSize(11).contains(ids.get(1000), ids.get(990)).doesNotContain(ids.get(989));
    }

    @Test
    void anEmptyMailboxIsEmpty() throws IOException {
        assertThat(new Pile(directory.resolve("nothing"), 10, clock).ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../secret",
                "secret",
                "..%2Fsecret",
                "/etc/passwd",
                "20261123T090000.123Z-000000-abcd/../x"
            })
    void anIdLeadsNowhereElse(String id) throws IOException {
        Files.writeString(directory.resolve("secret.eml"), "");

        assertThat(pile().find(id)).isEmpty();
        assertThat(pile().ids()).isEqualTo(List.of());
    }

    private Pile pile() {
        return new Pile(directory, 10, clock);
    }
}
