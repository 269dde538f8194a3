package fi.tiedote.feed;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A press office with a hub whose rounds the test calls, and one subscriber. */
class HubOffice implements AutoCloseable {
    static final String TOPIC = "https://tiedote.example.fi/feeds/releases.atom?lang=fi";
    static final Address ADDRESS =
            new Address(Format.ATOM, FeedQuery.of(new Selection(List.of(Language.FI), List.of(), List.of(), "")));

    static final String CLIENT = "192.0.2.7";

    final PressOffice office = new PressOffice();
    final Editions editions = new Editions(office.printer, office.clock);
    final HubLedger ledger = new HubLedger(office.database.jdbc());
    final HubWishes wishes = new HubWishes(office.database.jdbc());
    final HubHosts hosts = new HubHosts(office.database.jdbc());
    final Subscriber subscriber = new Subscriber();
    final HubLine line;
    final Hub hub;
    final HubDesk desk;

    private final Topics topics = new Topics(PressOffice.CITY, PressOffice.VOCABULARY);
    private final HubSettings settings;

    HubOffice() {
        this(new HubSettings(true, 3, 200, Duration.ofSeconds(20)));
    }

    HubOffice(HubSettings settings) {
        this.settings = settings;
        line = new HubLine(settings, PressOffice.CITY);
        hub = hub(line);
        desk = new HubDesk(wishes, topics, editions, settings, office.clock);
    }

    /** One that calls by another line. */
    final Hub hub(HubLine other) {
        var links = new Links(PressOffice.CITY);
        var questions = new HubQuestions(ledger, other, topics, editions, links, office.clock);
        var deliveries = new HubDeliveries(ledger, other, questions, topics, editions, office.clock);
        return new Hub(hosts, wishes, ledger, questions, deliveries, settings, office.clock);
    }

    /** Until nobody is left who may be called now. */
    void round() {
        while (hub.round()) {
            // The next host.
        }
    }

    int ask(String mode, Map<String, String> more) {
        var form = new HashMap<>(Map.of("hub.mode", mode, "hub.topic", TOPIC, "hub.callback", subscriber.callback()));
        form.putAll(more);
        return desk.take(form, CLIENT).getStatusCode().value();
    }

    void subscribe(Map<String, String> more) {
        ask("subscribe", more);
        round();
    }

    void publish(String item) {
        office.publish(item, Language.FI, "<p>Auki.</p>");
        changed();
    }

    void changed() {
        editions.outdate();
        ledger.releasesChanged(office.clock.instant());
    }

    long count(String table) {
        return office.database
                .jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        subscriber.close();
        try {
            line.destroy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        office.closeDatabase();
    }
}
