package fi.tiedote.feed;

import com.zaxxer.hikari.HikariDataSource;
import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.city.Names;
import fi.tiedote.city.Phrases;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Catalogue;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Draft;
import fi.tiedote.release.DraftBuilder;
import fi.tiedote.release.NewsDesk;
import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

/** A city with releases in a database of its own, and its feeds. */
class PressOffice {
    static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(term("liikunta", "Liikunta"), term("kulttuuri", "Kulttuuri"), term("opetus", "Opetus")),
            List.of(term("keskusta", "Keskusta"), term("saaristo", "Saaristo")));
    static final City CITY = new City(
            new Names("Esimerkkilän kaupunki", "Exempelby stad", "City of Esimerkkilä"),
            URI.create("https://tiedote.example.fi"),
            ZoneId.of("Europe/Helsinki"),
            "tiedotteet@example.fi");

    final TestDatabase database = TestDatabase.fresh();
    final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    final Releases releases = new Releases(database.jdbc(), JsonMapper.shared());
    final NewsDesk desk = new NewsDesk(releases, database.transactions(), clock);
    final Catalogue catalogue = new Catalogue(database.jdbc(), JsonMapper.shared());
    final Wording wording = new Wording(CITY, VOCABULARY, phrases());
    final Press press = new Press(releases, catalogue, wording, clock);
    final Printer printer = press.printer(new Links(CITY));

    static FeedFilter filter(Editions editions) {
        var clock = new MovingClock("2026-11-23T09:00:00Z");
        return Objects.requireNonNull(new FeedConfiguration()
                .feedFilter(editions, VOCABULARY, CITY, phrases(), clock)
                .getFilter());
    }

    /** No feed can be printed after it. */
    void closeDatabase() {
        ((HikariDataSource) database.dataSource()).close();
    }

    long publish(String item, Language language, String body, String... topics) {
        return desk.keep(Drafts.of(item, item, language, "Otsikko " + item, body, Set.of(topics)))
                .id();
    }

    long publishAt(String item, String moment) {
        return desk.keep(draft(item, Instant.parse(moment), List.of())).id();
    }

    long publishWith(String item, Attachment... attachments) {
        return desk.keep(draft(item, Instant.parse("2026-11-20T08:00:00Z"), List.of(attachments)))
                .id();
    }

    Release release(long id) {
        return releases.find(id).orElseThrow();
    }

    long publishNaming(String item, Contact contact) {
        var plain = Drafts.plain(item);
        return desk.keep(draft(plain, Instant.parse("2026-11-20T08:00:00Z"), List.of(contact), List.of()))
                .id();
    }

    byte[] page(Format format, Subject query) {
        return printer.print(new Address(format, query)).bytes(false);
    }

    byte[] feed(Format format, Selection selection) {
        return page(format, FeedQuery.of(selection));
    }

    private static Phrases phrases() {
        var source = new ReloadableResourceBundleMessageSource();
        source.setBasename("file:templates/messages");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        try {
            return BeanUtils.instantiateClass(Phrases.class.getDeclaredConstructor(MessageSource.class), source);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Draft draft(String item, Instant publishedAt, List<Attachment> attachments) {
        var plain = Drafts.plain(item);
        return draft(plain, publishedAt, plain.contacts(), attachments);
    }

    private static Draft draft(Draft plain, Instant publishedAt, List<Contact> contacts, List<Attachment> attachments) {
        return new DraftBuilder(plain)
                .published(publishedAt)
                .updated(publishedAt)
                .contacts(contacts)
                .attachments(attachments)
                .build();
    }

    private static Term term(String slug, String name) {
        return new Term(slug, new Names(name, name + " sv", name + " en"), List.of(), List.of(), List.of());
    }
}
