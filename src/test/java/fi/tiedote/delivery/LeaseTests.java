package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseTests {
    private final SortingOffice office = new SortingOffice(Path.of("target", "no-couriers"));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aLeaseIsHeldWhileItIsRenewed() {
        var lease = new Lease(office.queue, Duration.ofMinutes(1));
        assertThat(lease.isHeld(lease.term())).isFalse();

        lease.renew();
        var term = lease.term();
        lease.renew();
        assertThat(lease.isHeld(term)).isTrue();
    }

    @Test
    void whoComesIsKnownBeforeTheNextRenewal() {
        office.deliver(() -> {});
        var lease = new Lease(office.queue, Duration.ofMinutes(1));
        office.notifications.on("courier_node", node -> lease.lookAround());
        lease.renew();
        assertThat(lease.nodes()).isEqualTo(2);

        office.deliver(() -> {});
        await().until(() -> lease.nodes() == 3);
    }

    @Test
    void aProcessThatSleptTooLongDoesNotGoOnWithWhatItHadClaimed() {
        var lease = new Lease(office.queue, Duration.ofMillis(50));
        lease.renew();
        var before = lease.term();
        var slept = System.nanoTime() + Duration.ofMillis(100).toNanos();
        await().until(() -> System.nanoTime() - slept > 0);

        lease.renew();
        assertThat(lease.isHeld(before)).isFalse();
        assertThat(lease.term()).isNotEqualTo(before);
    }
}
