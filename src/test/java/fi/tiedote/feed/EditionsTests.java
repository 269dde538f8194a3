package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditionsTests {
    private static final Address RSS = new Address(Format.RSS, FeedQuery.of(Selection.EVERYTHING));

    private final PressOffice office = new PressOffice();
    private final Held press = new Held(office);
    private final Editions editions = new Editions(press, office.clock);

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void anEditionIsKeptUntilReleasesChange() {
        office.publish("a", Language.FI, "<p>Auki.</p>");
        var first = editions.current(RSS);
        office.publish("b", Language.FI, "<p>Kiinni.</p>");
        assertThat(editions.fresh(RSS.path())).isSameAs(first);

        editions.outdate();
        assertThat(editions.fresh(RSS.path())).isNull();
        assertThat(editions.current(RSS).etag(false)).isNotEqualTo(first.etag(false));
        assertThat(press.prints).hasValue(2);
    }

    @Test
    void aLostNotificationIsNoticedWithinAMinute() {
        var first = editions.current(RSS);
        office.publish("a", Language.FI, "<p>Auki.</p>");
        office.clock.advance(Editions.AGE_LIMIT);

        assertThat(editions.current(RSS).etag(false)).isNotEqualTo(first.etag(false));
    }

    @Test
    void theSameBytesStayTheSameEdition() {
        office.publish("a", Language.FI, "<p>Auki.</p>");
        var first = editions.current(RSS);
        office.clock.advance(Duration.ofHours(1));
        editions.outdate();

        assertThat(editions.current(RSS)).isSameAs(first);
    }

    @Test
    void readersWhoAskByDateHearOfWhatComesLateWithAnOldDate() {
        office.publish("a", Language.FI, "<p>Auki.</p>");
        var first = editions.current(RSS);
        office.clock.advance(Duration.ofHours(1));
        office.publishAt("late", "2026-11-20T08:00:00Z");
        editions.outdate();

        assertThat(first.modified()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(editions.current(RSS).modified()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    }

    @Test
    void manyReadersAtOnceCauseOnePrint() throws Exception {
        press.hold();
        var readers = Executors.newFixedThreadPool(8);
        var waiting = IntStream.range(0, 8)
                .mapToObj(number -> readers.submit(() -> editions.current(RSS)))
                .toList();
        press.started.await();
        press.release.countDown();

        assertThat(results(waiting)).allMatch(edition -> edition == press.last);
        assertThat(press.prints).hasValue(1);
        readers.shutdown();
    }

    @Test
    void tenThousandSelectionsNeitherFillTheMemoryNorTheDatabase() throws Exception {
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        var printing = ConcurrentHashMap.<Address>newKeySet();
        var twice = new AtomicInteger();
        var shelf = new Shelf(4 << 20);
        var many = new Editions(
                new Held(office) {
                    @Override
                    Edition print(Address address) {
                        most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                        twice.addAndGet(printing.add(address) ? 0 : 1);
                        prints.incrementAndGet();
                        printing.remove(address);
                        atWork.decrementAndGet();
                        return edition(1000);
                    }
                },
                office.clock,
                shelf);
        var readers = Executors.newFixedThreadPool(16);
        for (var number = 0; number < 20_000; number++) {
            var words = "sana" + number / 2;
            readers.execute(() -> many.current(address(words)));
        }
        readers.shutdown();

        assertThat(readers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertThat(most).hasValueLessThanOrEqualTo(Editions.PRESSES);
        assertThat(twice).hasValue(0);
        assertThat(shelf.weight()).isBetween(3L << 20, 4L << 20);
        assertThat(many.fresh(address("sana0").path())).isNull();
        assertThat(many.fresh(address("sana9999").path())).isNotNull();
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() throws Exception {
        press.hold();
        var readers = Executors.newSingleThreadExecutor();
        var early = readers.submit(() -> editions.current(RSS));
        press.started.await();
        office.publish("a", Language.FI, "<p>Auki.</p>");
        editions.outdate();
        press.release.countDown();
        var old = early.get();

        assertThat(editions.fresh(RSS.path())).isNull();
        assertThat(editions.current(RSS).etag(false)).isNotEqualTo(old.etag(false));
        readers.shutdown();
    }

    @Test
    void theShelfHoldsWhatWasAskedForLast() {
        var shelf = new Shelf(3L * (edition(1000).weight() + 4L * path("a").length()));
        for (var words : List.of("a", "b", "c", "a", "d")) {
            if (shelf.find(path(words)) == null) {
                shelf.put(new Shelf.Copy(address(words), edition(1000), 1, Instant.EPOCH));
            }
        }

        assertThat(shelf.find(path("b"))).isNull();
        assertThat(List.of("a", "c", "d")).allMatch(words -> shelf.find(path(words)) != null);
        shelf.put(new Shelf.Copy(address("a"), edition(1000), 0, Instant.EPOCH));
        assertThat(shelf.find(path("a")))
                .isNotNull()
                .extracting(Shelf.Copy::generation)
                .isEqualTo(1L);
    }

    private static String path(String words) {
        return address(words).path();
    }

    private static Address address(String words) {
        return new Address(Format.RSS, FeedQuery.of(new Selection(List.of(), List.of(), List.of(), words)));
    }

    private static Edition edition(int bytes) {
        return new Edition("text/plain", new byte[bytes], Instant.EPOCH, "", Footprint.NONE);
    }

    private static List<Edition> results(List<Future<Edition>> waiting) throws Exception {
        var results = new ArrayList<Edition>();
        for (var result : waiting) {
            results.add(result.get(10, TimeUnit.SECONDS));
        }
        return results;
    }

    /** The office's printer, counted, and stopped between reading and returning where a test wants it. */
    private static class Held extends Printer {
        final AtomicInteger prints = new AtomicInteger();
        final CountDownLatch started = new CountDownLatch(1);
        volatile CountDownLatch release = new CountDownLatch(0);
        volatile Edition last = edition(0);

        private final Printer printer;

        Held(PressOffice office) {
            super(
                    office.releases,
                    office.catalogue,
                    office.wording,
                    new FeedWriters(page -> new byte[0], page -> new byte[0], page -> new byte[0], page -> new byte[0]),
                    new Links(PressOffice.CITY),
                    false,
                    office.clock);
            this.printer = office.printer;
        }

        void hold() {
            release = new CountDownLatch(1);
        }

        @Override
        Edition print(Address address) {
            prints.incrementAndGet();
            last = printer.print(address);
            started.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return last;
        }
    }
}
