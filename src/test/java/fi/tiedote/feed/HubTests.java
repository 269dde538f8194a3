package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubTests {
    private static final String TOPIC = "https://tiedote.example.fi/feeds/releases.atom?lang=fi";
    private static final Address ADDRESS =
            new Address(Format.ATOM, FeedQuery.of(new Selection(List.of(Language.FI), List.of(), List.of(), "")));

    private final PressOffice office = new PressOffice();
    private final Editions editions = new Editions(office.printer, office.clock);
    private final HubLedger ledger = new HubLedger(office.database.jdbc());
    private final HubLine line = line(true);
    private final Hub hub = hub(line);
    private final HubDesk desk = new HubDesk(ledger, topics(), new HubSettings(true, 3), office.clock);
    private final Subscriber subscriber = new Subscriber();

    @AfterEach
    void close() throws Exception {
        subscriber.close();
        line.destroy();
        office.closeDatabase();
    }

    @Test
    void aWishIsConfirmedByItsCallback() {
        assertThat(ask("subscribe", Map.of())).isEqualTo(202);
        hub.round();

        assertThat(subscriber.asked("hub.mode")).isEqualTo("subscribe");
        assertThat(subscriber.asked("hub.topic")).isEqualTo(TOPIC);
        assertThat(subscriber.asked("hub.lease_seconds")).isEqualTo("864000");
        assertThat(subscriber.asked("key")).isEqualTo("a+b");
        assertThat(count("hub_subscription")).isEqualTo(1);
        assertThat(count("hub_intent")).isZero();
    }

    @Test
    void whatIsNotConfirmedIsForgotten() {
        subscriber.confirms = false;
        ask("subscribe", Map.of());
        hub.round();

        assertThat(subscriber.asked).hasSize(1);
        assertThat(count("hub_subscription") + count("hub_intent")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 3600", "86400, 86400", "99999999999, 2592000", "0, 864000"})
    void aLeaseIsFinite(String asked, String granted) {
        ask("subscribe", Map.of("hub.lease_seconds", asked));
        hub.round();

        assertThat(subscriber.asked("hub.lease_seconds")).isEqualTo(granted);
    }

    @Test
    void aChangeIsPushedInFullAndSigned() throws Exception {
        subscribe(Map.of("hub.secret", "salaisuus ä"));
        publish("a");
        hub.round();
        var pushed = subscriber.pushed.get(0);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("salaisuus ä".getBytes(UTF_8), "HmacSHA256"));

        assertThat(pushed.body()).isEqualTo(new String(editions.current(ADDRESS).bytes(false), UTF_8));
        assertThat(pushed.header("Content-type")).isEqualToIgnoringWhitespace("application/atom+xml;charset=UTF-8");
        assertThat(pushed.header("Link")).contains("<" + TOPIC + ">; rel=\"self\"", "/hub>; rel=\"hub\"");
        assertThat(pushed.header("X-hub-signature"))
                .isEqualTo("sha256="
                        + HexFormat.of().formatHex(mac.doFinal(pushed.body().getBytes(UTF_8))));
        hub.round();
        assertThat(subscriber.pushed).hasSize(1);
    }

    @Test
    void aChangeOfOtherFeedsIsNotPushed() {
        subscribe(Map.of());
        office.publish("a", Language.SV, "<p>Öppet.</p>");
        changed();
        hub.round();

        assertThat(subscriber.pushed).isEmpty();
    }

    @Test
    void whoIsAwayIsCalledAgainLaterAndLater() {
        subscribe(Map.of());
        subscriber.answer = 503;
        publish("a");
        for (var pause : List.of(10, 60, 600, 3600)) {
            hub.round();
            hub.round();
            office.clock.advance(Duration.ofSeconds(pause));
        }
        assertThat(subscriber.pushed).hasSize(4);
        subscriber.answer = 200;
        hub.round();
        hub.round();
        assertThat(subscriber.pushed).hasSize(5);
    }

    @Test
    void whoIsGoneIsForgotten() {
        subscribe(Map.of());
        subscriber.answer = 410;
        publish("a");
        hub.round();

        assertThat(count("hub_subscription")).isZero();
    }

    @Test
    void aLeaseThatEndedIsNotServed() {
        subscribe(Map.of("hub.lease_seconds", "3600"));
        office.clock.advance(Duration.ofHours(1));
        publish("a");
        hub.round();

        assertThat(subscriber.pushed).isEmpty();
        assertThat(count("hub_subscription")).isZero();
    }

    @Test
    void unsubscribingIsConfirmedToo() {
        subscribe(Map.of());
        subscriber.confirms = false;
        assertThat(ask("unsubscribe", Map.of())).isEqualTo(202);
        hub.round();
        assertThat(count("hub_subscription")).isEqualTo(1);

        subscriber.confirms = true;
        ask("unsubscribe", Map.of());
        hub.round();
        assertThat(count("hub_subscription")).isZero();
    }

    @Test
    void nobodyIsCalledToEndWhatIsNotThere() {
        assertThat(ask("unsubscribe", Map.of())).isEqualTo(202);
        hub.round();

        assertThat(subscriber.asked).isEmpty();
    }

    @Test
    void whatANodeLeftAnotherTakesAndTheFirstCannotSettle() {
        subscribe(Map.of());
        publish("a");
        var now = office.clock.instant();
        var lost = ledger.claimPushes(now, now.plusSeconds(60), 5).get(0);
        assertThat(ledger.claimPushes(now, now.plusSeconds(60), 5)).isEmpty();
        office.clock.advance(Duration.ofMinutes(2));
        hub.round();
        ledger.end(lost);

        assertThat(subscriber.pushed).hasSize(1);
        assertThat(count("hub_subscription")).isEqualTo(1);
    }

    @Test
    void whatChangesDuringAPushIsPushedAgain() {
        subscribe(Map.of());
        publish("a");
        var now = office.clock.instant();
        var push = ledger.claimPushes(now, now.plusSeconds(60), 5).get(0);
        publish("b");
        ledger.settle(push, editions.current(ADDRESS).etag(true), now);
        hub.round();

        assertThat(subscriber.pushed).hasSize(1);
    }

    @Test
    void oneHostHasALimit() {
        for (var format : List.of("rss", "json", "ninjs.json")) {
            var topic = "https://tiedote.example.fi/feeds/releases." + format;
            assertThat(ask("subscribe", Map.of("hub.topic", topic))).isEqualTo(202);
        }
        assertThat(ask("subscribe", Map.of())).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hub.mode          | publish                                                | 400
                    hub.topic         | https://elsewhere.example/feeds/releases.atom          | 404
                    hub.topic         | https://tiedote.example.fi/feeds/releases.atom?limit=50| 404
                    hub.topic         | https://tiedote.example.fi/feeds/releases.atom?before=1_1 | 404
                    hub.topic         | https://tiedote.example.fi/                            | 404
                    hub.callback      | ftp://example.org/                                     | 400
                    hub.callback      | http://user@example.org/                               | 400
                    hub.callback      | nonsense                                               | 400
                    hub.callback      | http://example.org:25/                                 | 400
                    hub.lease_seconds | soon                                                   | 400
                    """)
    void whatCannotBeDoneIsRefused(String name, String value, int status) {
        assertThat(ask("subscribe", Map.of(name, value))).isEqualTo(status);
    }

    @Test
    void aSecretIsShort() {
        assertThat(ask("subscribe", Map.of("hub.secret", "ä".repeat(100)))).isEqualTo(400);
        assertThat(ask("subscribe", Map.of("hub.secret", "a".repeat(199)))).isEqualTo(202);
    }

    @Test
    void nobodyIsCalledInTheOwnNetwork() throws Exception {
        var careful = line(false);
        ask("subscribe", Map.of());
        hub(careful).round();
        careful.destroy();

        assertThat(subscriber.asked).isEmpty();
        assertThat(count("hub_subscription") + count("hub_intent")).isZero();
    }

    private int ask(String mode, Map<String, String> more) {
        var form = new HashMap<>(Map.of("hub.mode", mode, "hub.topic", TOPIC, "hub.callback", subscriber.callback()));
        form.putAll(more);
        return desk.take(form).getStatusCode().value();
    }

    private void subscribe(Map<String, String> more) {
        ask("subscribe", more);
        hub.round();
    }

    private void publish(String item) {
        office.publish(item, Language.FI, "<p>Auki.</p>");
        changed();
    }

    private void changed() {
        editions.outdate();
        ledger.releasesChanged(office.clock.instant());
    }

    private long count(String table) {
        return office.database
                .jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private Hub hub(HubLine line) {
        return new Hub(ledger, line, topics(), editions, new Links(PressOffice.CITY), office.clock);
    }

    private static HubLine line(boolean intranet) {
        return new HubLine(new HubSettings(intranet, 3), PressOffice.CITY);
    }

    private static Topics topics() {
        return new Topics(PressOffice.CITY, PressOffice.VOCABULARY);
    }
}
