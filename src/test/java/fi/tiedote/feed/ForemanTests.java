package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.Before;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForemanTests {
    private static final Address ALL = feed(Selection.EVERYTHING);
    private static final Address SPORT = feed(new Selection(List.of(), Set.of("liikunta"), Set.of(), ""));
    private static final Address CULTURE = feed(new Selection(List.of(), Set.of("kulttuuri"), Set.of(), ""));
    private static final Address POOL = feed(new Selection(List.of(), Set.of(), Set.of(), "uimahalli"));

    private final PressOffice office = new PressOffice();
    private final Editions editions = new Editions(office.printer, office.clock);
    private final Foreman foreman = new Foreman(editions, office.releases, Runnable::run, Runnable::run);

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void afterARehearsalEachFormatIsReadyAndAllElseAsItWas() {
        var sport = editions.current(SPORT);
        foreman.rehearse();

        for (var format : Format.values()) {
            assertThat(editions.fresh(new Address(format, FeedQuery.of(Selection.EVERYTHING)).path()))
                    .isNotNull();
        }
        assertThat(editions.fresh(SPORT.path())).isSameAs(sport);
    }

    @Test
    void whatIsAskedForIsPrintedBeforeAnybodyAsks() {
        askTwice(ALL, SPORT);
        tell(office.publish("a", Language.FI, "<p>Auki.</p>", "liikunta"));

        assertThat(kept(ALL)).contains("Otsikko a");
        assertThat(kept(SPORT)).contains("Otsikko a");
    }

    @Test
    void whatNobodyAsksForAgainIsNot() {
        editions.current(ALL);
        tell(office.publish("a", Language.FI, "<p>Auki.</p>"));

        assertThat(editions.fresh(ALL.path())).isNull();
    }

    @Test
    void whatAReleaseDoesNotConcernStaysAsItIs() {
        var culture = editions.current(CULTURE);
        var pool = editions.current(POOL);
        tell(office.publish("a", Language.FI, "<p>Jäähalli aukeaa.</p>", "liikunta"));
        assertThat(editions.fresh(CULTURE.path())).isSameAs(culture);
        assertThat(editions.fresh(POOL.path())).isSameAs(pool);

        tell(office.publish("b", Language.FI, "<p>Uimahallit aukeavat.</p>", "liikunta"));
        assertThat(editions.fresh(CULTURE.path())).isSameAs(culture);
        assertThat(kept(POOL)).contains("Otsikko b");
    }

    @Test
    void whenAnythingMayHaveChangedNothingStays() {
        var culture = editions.current(CULTURE);
        foreman.hear("");

        assertThat(editions.fresh(CULTURE.path())).isNull();
        assertThat(editions.current(CULTURE)).isSameAs(culture);
    }

    /** What was printed while its change was on its way may show it or not: it does not count as fresh. */
    @Test
    void whatWasPrintedBetweenAChangeAndItsNewsIsLookedAt() {
        var id = office.publish("a", Language.FI, "<p>Auki.</p>", "liikunta");
        editions.current(SPORT);
        office.desk.withdraw(id);
        tell(id);

        assertThat(editions.fresh(SPORT.path())).isNull();
    }

    /** Whatever happens to releases, a feed that counts as fresh is the one that would be printed. */
    @Test
    void nothingThatCountsAsFreshIsOld() {
        var random = new Random(46);
        var stayed = 0;
        var releases = new ArrayList<Long>();
        for (var step = 0; step < 120; step++) {
            office.clock.advance(Duration.ofSeconds(1));
            var changed = change(random, releases);
            var addresses = addresses(releases);
            addresses.forEach(editions::current);
            changed.run();
            for (var address : addresses) {
                var kept = editions.fresh(address.path());
                stayed += kept == null ? 0 : 1;
                assertThat(kept == null || kept.etag(false).equals(printed(address)))
                        .as("%s after step %s", address.path(), step)
                        .isTrue();
            }
        }
        assertThat(stayed).isBetween(300, 1300);
    }

    private String printed(Address address) {
        return office.printer.print(address).etag(false);
    }

    private Runnable change(Random random, List<Long> releases) {
        var item = "i" + random.nextInt(25);
        var language = List.of(Language.FI, Language.SV, Language.EN).get(random.nextInt(3));
        var topic = List.of("liikunta", "kulttuuri", "opetus").get(random.nextInt(3));
        var text = List.of("<p>Uimahalli.</p>", "<p>Jäähalli.</p>").get(random.nextInt(2));
        if (!releases.isEmpty() && random.nextInt(5) == 0) {
            var gone = releases.get(random.nextInt(releases.size()));
            return () -> {
                office.desk.withdraw(gone);
                tell(gone);
            };
        }
        return () -> {
            var draft = Drafts.of(item + language.code(), item, language, "Otsikko " + item, text, Set.of(topic));
            var kept = office.desk.keep(draft);
            releases.add(kept.id());
            tell(kept.id());
        };
    }

    private List<Address> addresses(List<Long> releases) {
        var addresses = new ArrayList<>(List.of(ALL, SPORT, CULTURE, POOL));
        for (var language : Language.values()) {
            addresses.add(feed(new Selection(List.of(language), Set.of("liikunta", "opetus"), Set.of(), "")));
        }
        addresses.add(feed(new Selection(List.of(Language.FI), Set.of("opetus"), Set.of(), "uimahalli or jäähalli")));
        addresses.add(new Address(Format.ATOM, new FeedQuery(Selection.EVERYTHING, 3, null)));
        addresses.add(new Address(Format.JSON, FeedQuery.of(new Scope(Selection.EVERYTHING, Set.of("nowhere")))));
        for (var id : releases.subList(0, Math.min(2, releases.size()))) {
            addresses.add(new Address(Format.ATOM, new History(id)));
            var before = new FeedQuery(Selection.EVERYTHING, 2, Before.of(office.release(id)));
            addresses.add(new Address(Format.NINJS, before));
        }
        return addresses;
    }

    private void askTwice(Address... addresses) {
        for (var address : addresses) {
            editions.current(address);
            editions.fresh(address.path());
        }
    }

    private String kept(Address address) {
        var edition = editions.fresh(address.path());
        return edition == null ? "" : new String(edition.bytes(false), UTF_8);
    }

    private void tell(long release) {
        foreman.hear(Long.toString(release));
    }

    private static Address feed(Selection selection) {
        return new Address(Format.ATOM, FeedQuery.of(selection));
    }
}
