package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

class RecallsTests {
    private final AtomicInteger heard = new AtomicInteger();

    @TempDir
    Path data;

    private SortingOffice office;
    private Lease lease;
    private Recalls recalls;

    @BeforeEach
    void open() {
        office = new SortingOffice(data);
        office.issue(3);
        lease = new Lease(office.queue, Duration.ofMinutes(1));
        lease.renew();
        recalls = new Recalls(office.queue, lease, office.notifications);
        office.notifications.on("recall", letter -> heard.incrementAndGet());
        office.notifications.start();
        awaitHeard(1);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aLetterInHandIsRecalled() {
        var letters = recalls.hold(() -> office.queue.claim(lease.node(), SortingOffice.RELAY, 3));
        office.ledger.cancel(2, "daily");
        awaitHeard(2);

        assertThat(letters)
                .filteredOn(recalls::contains)
                .extracting(Letter::subscriber)
                .containsExactly(2L);
        recalls.letGo(letters);
        assertThat(letters).noneMatch(recalls::contains);
    }

    @Test
    void aLetterThatIsRecalledInTheMomentOfItsClaimIsRecalled() {
        var letters = recalls.hold(() -> {
            var claimed = office.queue.claim(lease.node(), SortingOffice.RELAY, 3);
            office.ledger.cancel(2, "daily");
            awaitHeard(2);
            return claimed;
        });

        assertThat(letters).filteredOn(recalls::contains).hasSize(1);
    }

    @Test
    void whatOthersHoldIsNotRemembered() {
        var letters = office.queue.claim(lease.node(), SortingOffice.RELAY, 3);
        office.ledger.cancel(2, "daily");
        awaitHeard(2);

        assertThat(letters).noneMatch(recalls::contains);
        assertThat(recalls.hold(List::of)).isEmpty();
    }

    @Test
    void aClaimWhoseAnswerNeverCameIsGivenBackAndWhatIsInHandIsKept() {
        var kept = recalls.hold(() -> office.queue.claim(lease.node(), SortingOffice.RELAY, 1));
        assertThatThrownBy(() -> recalls.hold(() -> {
                    office.queue.claim(lease.node(), SortingOffice.RELAY, 2);
                    throw new DataAccessResourceFailureException("the connection broke after the commit");
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(office.tally().claimed()).isEqualTo(3);

        recalls.returnStrays();

        assertThat(office.tally().queued()).isEqualTo(2);
        assertThat(office.row(kept.get(0).subscriber()).state()).isEqualTo("CLAIMED");
    }

    private void awaitHeard(int calls) {
        Awaitility.await().until(() -> heard.get() >= calls);
    }
}
