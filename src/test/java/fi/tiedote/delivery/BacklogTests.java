package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTests {
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();

    @TempDir
    Path data;

    @Test
    void whatWaitsIsCounted() {
        try (var office = new SortingOffice(data)) {
            office.issue(3);
            new Backlog(office.ledger, figures);
            assertThat(letters("queued")).isEqualTo(3);
            assertThat(letters("in doubt")).isZero();
        }
    }

    private double letters(String state) {
        return figures.get("tiedote.letters.open").tag("state", state).gauge().value();
    }
}
