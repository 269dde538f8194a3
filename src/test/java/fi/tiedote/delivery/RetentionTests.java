package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionTests {
    private final SortingOffice office = new SortingOffice(Path.of("data"));
    private final Retention retention =
            new Retention(office.database.jdbc(), SortingOffice.settings(Path.of("data")), office.clock);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void lettersSettledLongAgoGoAndTheirNumbersStay() {
        office.issue(12_000);
        settleAll();
        var before = office.tally();

        office.clock.advance(Duration.ofDays(91));
        retention.dropOld();

        assertThat(count("letter")).isZero();
        assertThat(count("edition")).isZero();
        assertThat(office.tally()).isEqualTo(before);
        assertThat(before.audience()).isEqualTo(12_000);
        assertThat(before.refused()).isEqualTo(1);
    }

    @Test
    void whatIsYoungerOrNotSettledStays() {
        office.issue(3);
        settleAll();
        office.clock.advance(Duration.ofDays(60));
        var later = office.ledger.open("daily", "2027-01-22", Priority.DIGEST);
        var edition = office.editions.keep(later, "fi", new Sheet(Language.FI, "Tiedotteet", "<p>Hei!</p>", "Hei!"));
        office.ledger.queue(edition, SortingOffice.addressees(2));
        office.clock.advance(Duration.ofDays(31));
        retention.dropOld();

        assertThat(count("letter")).isEqualTo(2);
        assertThat(count("edition")).isEqualTo(1);
        assertThat(office.tallies.latest(2)).extracting(Tally::audience).containsExactly(2L, 3L);
    }

    private void settleAll() {
        var letters = office.queue.claim(UUID.randomUUID(), SortingOffice.RELAY, 20_000);
        office.results.settle(
                SortingOffice.RELAY,
                letters.stream()
                        .map(letter -> new Settled(letter, new Outcome.Accepted("250")))
                        .skip(1)
                        .toList());
        office.results.settle(SortingOffice.RELAY, List.of(new Settled(letters.get(0), new Outcome.Refused("550"))));
    }

    private long count(String table) {
        return office.database
                .jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
