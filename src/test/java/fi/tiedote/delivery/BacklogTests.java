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
            new Backlog(office.tallies, figures);
            assertThat(letters("queued")).isEqualTo(3);
            assertThat(letters("in doubt")).isZero();
        }
    }

    @Test
    void whereTheLettersOfAnIssueAreIsCounted() {
        try (var office = new SortingOffice(data)) {
            office.issue(3);
            office.ledger.cancel(2, "daily");
            new IssueFigures(office.tallies, figures);
            assertThat(figures.get("tiedote.issues.moving").gauge().value()).isEqualTo(1);
            assertThat(ofIssue("queued")).isEqualTo(2);
            assertThat(ofIssue("cancelled")).isEqualTo(1);
            assertThat(figures.get("tiedote.issue.letters").gauges().stream()
                            .mapToDouble(each -> each.value())
                            .sum())
                    .isEqualTo(3);
        }
    }

    private double ofIssue(String state) {
        return figures.get("tiedote.issue.letters")
                .tags("issue", "1", "newsletter", "daily", "state", state)
                .gauge()
                .value();
    }

    private double letters(String state) {
        return figures.get("tiedote.letters.open").tag("state", state).gauge().value();
    }
}
