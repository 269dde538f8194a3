package fi.tiedote.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class LedgerTests {
    private final SortingOffice office = new SortingOffice(Path.of("target", "no-couriers"));
    private final Ledger ledger = office.ledger;
    private final Queue queue = office.queue;
    private final UUID node = office.node();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aSubscriberHasOneLetterInAnIssue() {
        var edition = office.issue(3);

        assertThat(ledger.queue(edition, SortingOffice.addressees(5))).isEqualTo(2);
        assertThat(ledger.queue(edition, SortingOffice.addressees(5))).isZero();
        assertThat(office.tally().queued()).isEqualTo(5);
    }

    @Test
    void theSameOccasionIsTheSameIssueAndKeepsItsFirstEdition() {
        assertThat(office.issue(1)).isEqualTo(office.issue(1, "Another text"));
        assertThat(ledger.find("daily", "2026-11-23")).map(Issue::priority).contains(Priority.DIGEST);
        assertThat(ledger.find("daily", "2026-11-24")).isEmpty();
    }

    @Test
    void whoeverLeavesIsFoundThoughTheLedgerWasJustFilled() {
        office.issue(5_000);

        var read = requireNonNull(office.database.transactions().execute(transaction -> {
            ledger.cancel(4_000, "daily");
            return office.database.jdbc().sql("""
                    SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'letter'
                    """).query(Long.class).single();
        }));

        assertThat(office.tally().cancelled()).isEqualTo(1);
        assertThat(read).isLessThan(50);
    }

    @Test
    void whoWritesTheSameAtTheSameTimeIsToldAndFindsItTheNextTime() {
        var edition = office.issue(0);
        var wanted = SortingOffice.addressees(10);
        var subscribers = wanted.stream().map(Addressee::subscriber).toList();
        var addresses = wanted.stream().map(Addressee::address).toList();
        var second = requireNonNull(office.database.transactions().execute(transaction -> {
            ledger.queue(edition, wanted.subList(0, 1));
            var late = CompletableFuture.supplyAsync(() -> ledger.queue(edition, subscribers, addresses));
            awaitSomebodyWaiting();
            return late;
        }));

        assertThatThrownBy(second::join).hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(ledger.queue(edition, subscribers, addresses)).isEqualTo(9);
        assertThat(ledger.queue(edition, subscribers, addresses)).isZero();
        assertThat(office.tally().audience()).isEqualTo(10);
    }

    @Test
    void whoLeavesGetsNothingMoreThanWhatIsOnTheWire() {
        office.issue(5);
        var letters = queue.claim(node, SortingOffice.RELAY, 4);
        office.settle(letters.get(0), new Outcome.Accepted("250"));
        office.settle(letters.get(1), new Outcome.Deferred("450", office.clock.instant()));
        office.settle(letters.get(2), new Outcome.InDoubt("gone", office.clock.instant()));

        for (var subscriber = 1; subscriber <= 5; subscriber++) {
            ledger.cancel(subscriber, "daily");
        }
        assertThat(office.tally()).extracting(Tally::accepted, Tally::cancelled).containsExactly(1L, 4L);
        assertThat(queue.claim(node, SortingOffice.RELAY, 9)).isEmpty();

        office.settle(letters.get(3), new Outcome.Deferred("450", Instant.EPOCH));
        assertThat(office.row(4).state()).isEqualTo("CANCELLED");
        office.settle(letters.get(3), new Outcome.Accepted("250"));
        assertThat(office.row(4).state()).isEqualTo("ACCEPTED");
    }

    @Test
    void thePaceOfTheLastMinuteTellsTheTimeThatIsLeft() {
        office.issue(3);
        var letters = queue.claim(node, SortingOffice.RELAY, 2);
        office.settle(letters.get(0), new Outcome.Accepted("250"));
        office.settle(letters.get(1), new Outcome.Refused("550"));

        assertThat(office.tallies.progress(1).get(0).figures())
                .containsEntry("per_second", 0.0)
                .containsEntry("seconds_left", 30L)
                .containsEntry("queued", 1L);
        office.clock.advance(Duration.ofMinutes(2));
        assertThat(office.tallies.progress(1).get(0).figures()).containsEntry("seconds_left", null);
    }

    @Test
    void leavingOneNewsletterLeavesTheOthersAlone() {
        office.issue(1);
        ledger.cancel(1, "weekly");
        ledger.cancel(2, "daily");

        assertThat(office.tally().queued()).isEqualTo(1);
    }

    @Test
    void statesAddUpToTheAudience() {
        office.issue(7);
        var letters = queue.claim(node, SortingOffice.RELAY, 5);
        office.settle(letters.get(0), new Outcome.Accepted("250"));
        office.settle(letters.get(1), new Outcome.Deferred("450", office.clock.instant()));
        office.settle(letters.get(2), new Outcome.Refused("550"));
        office.settle(letters.get(3), new Outcome.InDoubt("gone", null));
        ledger.cancel(7, "daily");

        var issue = ledger.find("daily", "2026-11-23").orElseThrow().id();
        assertThat(office.tally()).isEqualTo(new Tally(issue, "daily", "2026-11-23", 1, 1, 1, 1, 1, 1, 1));
        assertThat(office.tally().audience()).isEqualTo(7);
    }

    private void awaitSomebodyWaiting() {
        await().until(() -> office.database
                        .server()
                        .sql("""
                SELECT count(*) FROM pg_stat_activity
                 WHERE datname = :name AND wait_event_type = 'Lock'
                """)
                        .param("name", office.database.name())
                        .query(Long.class)
                        .single()
                == 1);
    }
}
