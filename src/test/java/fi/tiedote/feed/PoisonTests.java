package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.AtomRules;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.OutlineRules;
import fi.tiedote.kit.RssRules;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Draft;
import fi.tiedote.release.DraftBuilder;
import fi.tiedote.release.Selection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Releases with whatever sources may write: every feed of them keeps to its specification as the strictest judge reads it. */
class PoisonTests {
    private static final List<String> PARTS = List.of(
            "\u000B",
            "\u0000",
            "\u001B[31m",
            "\uD800",
            "\uDFFF",
            "\uFFFE",
            "\uFFFF",
            "\u0085",
            "\u2028",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "&#0;",
            "&#xD800;",
            "&nbsp;",
            "&unknown;",
            "<b>",
            "</p>",
            "<script>alert(1)</script>",
            "😀",
            "👩‍👩‍👧",
            "\u202Eשלום\u202C",
            "مرحبا",
            "ä",
            "a\u0308",
            "\u00A0",
            "\uFEFF",
            "\t",
            "\r\n",
            "  ",
            "'",
            "\"",
            "%",
            "<a href=\"/suhteellinen\">x</a>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"http://[\">x</a>",
            "<img src=\"kuva.jpg\" srcset=\"a.jpg 1x, b.jpg 2x\" onerror=\"alert(1)\">",
            "<a href=\"https://åland.example/ä ö\">x</a>",
            "<svg onload=alert(1)>",
            "<p style=\"color:red\">",
            "<table><td>",
            "<pre>\n\n x</pre>",
            "Sana",
            "sana sana",
            "<?php ?>");

    private static final List<String> ADDRESSES = List.of(
            "https://example.fi/a%20b?x=1&y=%C3%A4#z",
            "https://example.fi/ä",
            "http://example.fi:8080",
            "HTTPS://EXAMPLE.FI/",
            "https://xn--land-noa.example/kuva.jpg",
            "ftp://example.fi/x",
            "mailto:a@example.org",
            "kuva.jpg",
            "//example.fi/x",
            "https://example.fi/" + "x".repeat(3000),
            "urn:x:y",
            "https://[2001:db8::1]/x",
            "data:image/png;base64,AAAA");

    private static final List<String> TYPES = List.of(
            "image/jpeg",
            "image/svg+xml",
            "application/pdf",
            "",
            "jpeg",
            "image/",
            "text/html; charset=utf-8",
            "IMAGE/PNG",
            "\"><x>",
            "image/jpeg\u0000");

    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final PressOffice OFFICE = new PressOffice();
    private static final Random RANDOM = new Random(20_261_123);

    @BeforeAll
    static void publish() {
        for (var number = 0; number < 120; number++) {
            OFFICE.desk.keep(draft(number));
        }
        var gone = OFFICE.desk.keep(draft(999)).id();
        OFFICE.clock.advance(Duration.ofSeconds(1));
        OFFICE.desk.withdraw(gone);
    }

    @AfterAll
    static void close() {
        OFFICE.closeDatabase();
    }

    @Test
    void rssKeepsToItsSpecification() throws Exception {
        for (var page : pages(Format.RSS)) {
            assertThat(RssRules.complaints(page, OFFICE.clock.instant())).isEmpty();
        }
    }

    @Test
    void atomKeepsToItsSpecification() throws Exception {
        for (var page : pages(Format.ATOM)) {
            assertThat(AtomRules.complaints(page, OFFICE.clock.instant())).isEmpty();
        }
    }

    @Test
    void theDirectoryKeepsToItsSpecification() throws Exception {
        var directory = new Opml(new Links(PressOffice.CITY), OFFICE.wording).write();

        assertThat(OutlineRules.complaints(directory, OFFICE.clock.instant())).isEmpty();
    }

    @Test
    void jsonKeepsItsSchemas() throws Exception {
        for (var page : pages(Format.JSON)) {
            assertThat(Schemas.errors("json-feed-1.1", JsonMapper.shared().readTree(page)))
                    .isEmpty();
        }
        for (var page : pages(Format.NINJS)) {
            for (var item : JsonMapper.shared().readTree(page).get("items")) {
                assertThat(Schemas.errors("ninjs-3.0", item)).isEmpty();
            }
        }
    }

    @Test
    void theFormatsHaveTheSameReleases() throws Exception {
        for (var page = 0; page < pages(Format.JSON).size(); page++) {
            var items =
                    JsonMapper.shared().readTree(pages(Format.JSON).get(page)).get("items");
            var atom = new String(pages(Format.ATOM).get(page), UTF_8);
            assertThat(items).isNotEmpty().allSatisfy(item -> assertThat(atom)
                    .contains("<id>" + item.get("id").asString() + "</id>"));
        }
    }

    /** The first page, the archives behind it, one language, and the versions of a release. */
    private static List<byte[]> pages(Format format) {
        var pages = new ArrayList<byte[]>();
        var all = FeedQuery.of(Selection.EVERYTHING);
        pages.add(OFFICE.page(format, all));
        var first = OFFICE.catalogue.latest(all.scope(), 50);
        pages.add(OFFICE.page(format, all.after(first.get(49))));
        pages.add(OFFICE.feed(format, new Selection(List.of(Language.SV), List.of(), List.of(), "")));
        pages.add(OFFICE.feed(format, new Selection(List.of(), List.of("liikunta"), List.of(), "sana -\"x <b>\"")));
        pages.add(OFFICE.page(format, new History(first.get(0).id())));
        return pages;
    }

    private static Draft draft(int number) {
        var plain = Drafts.of(
                "i" + number,
                "c" + number / 2,
                LANGUAGES.get(number % 3),
                number % 20 == 0 ? "Pitkä ".repeat(5_000) : "Otsikko " + poison(),
                number % 10 == 0 ? "" : "<p>" + poison() + "</p>" + poison(),
                number % 4 == 0 ? Set.of("liikunta", "tuntematon-aihe") : Set.of());
        return new DraftBuilder(plain)
                .lead(number % 3 == 0 ? poison() : "")
                .published(Instant.parse("2026-11-20T08:00:00.123456Z").plusSeconds(number))
                .contacts(contacts(number % 7 == 0 ? 50 : 1))
                .attachments(attachments())
                .build();
    }

    private static List<Contact> contacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Contact(poison(), poison(), poison(), poison(), poison()))
                .toList();
    }

    private static List<Attachment> attachments() {
        return Stream.generate(() -> new Attachment(
                        URI.create(pick(ADDRESSES)), pick(TYPES), RANDOM.nextInt(3) * 100L, poison(), poison()))
                .limit(RANDOM.nextInt(5))
                .toList();
    }

    private static String poison() {
        return Stream.generate(() -> pick(PARTS))
                .limit(RANDOM.nextInt(12))
                .collect(Collectors.joining(RANDOM.nextBoolean() ? " " : ""));
    }

    private static String pick(List<String> list) {
        return list.get(RANDOM.nextInt(list.size()));
    }
}
