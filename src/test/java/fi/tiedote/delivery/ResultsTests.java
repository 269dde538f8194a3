package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultsTests {
    private final SortingOffice office = new SortingOffice(Path.of("target", "no-couriers"));
    private final Queue queue = office.queue;
    private final Results results = office.results;
    private final UUID node = office.node();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aCourierWhoLostTheLeaseCannotSettle() {
        office.issue(1);
        var mine = queue.claim(node, SortingOffice.RELAY, 1).get(0);
        queue.endLease(node);
        var theirs = queue.claim(office.node(), SortingOffice.RELAY, 1).get(0);

        office.settle(mine, new Outcome.Refused("550"));
        office.settle(mine, new Outcome.Accepted("250"));
        assertThat(office.row(1).state()).isEqualTo("CLAIMED");
        queue.handBack(SortingOffice.RELAY, List.of(new Returned(mine)));
        assertThat(office.row(1).state()).isEqualTo("CLAIMED");

        office.settle(theirs, new Outcome.Accepted("250"));
        assertThat(office.row(1).state()).isEqualTo("ACCEPTED");
    }

    @Test
    void thatTheRelayTookALetterIsAFactWhileNobodyElseHasClaimedIt() {
        office.issue(2);
        var letters = queue.claim(node, SortingOffice.RELAY, 2);
        queue.endLease(node);

        office.settle(letters.get(0), new Outcome.Accepted("250"));
        office.settle(letters.get(1), new Outcome.Deferred("450", office.clock.instant()));

        assertThat(office.row(1).state()).isEqualTo("ACCEPTED");
        assertThat(office.row(2).state()).isEqualTo("QUEUED");
    }

    @Test
    void whatWasOnTheWireWhenTheProcessDiedIsInDoubt() {
        office.issue(3);
        var letters = queue.claim(node, SortingOffice.RELAY, 3);
        var entries = List.of(
                new Journal.Entry(letters.get(0).id(), 1, Journal.Fate.ACCEPTED),
                new Journal.Entry(letters.get(1).id(), 1, Journal.Fate.WIRE),
                new Journal.Entry(letters.get(2).id(), 1, Journal.Fate.DECLINED));
        results.settleLeft(entries, SortingOffice.LEFT);
        results.settleLeft(entries, SortingOffice.LEFT);
        queue.endLease(node);

        assertThat(office.tally())
                .extracting(Tally::accepted, Tally::inDoubt, Tally::queued)
                .containsExactly(1L, 1L, 1L);
        assertThat(office.row(2).due()).isFalse();
    }

    @Test
    void aReplyWithBytesThatNoTextMayHaveIsKeptAllTheSame() {
        office.issue(1);
        office.settle(
                queue.claim(node, SortingOffice.RELAY, 1).get(0),
                new Outcome.Refused(new Reply(550, "550 \0no").text()));

        assertThat(office.row(1).reply()).isEqualTo("550  no");
    }
}
