package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Selection;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** The rules by which the W3C's feed validator judges, and the schemas of the JSON formats, on feeds with a bit of all. */
class ValidityTests {
    private static final PressOffice OFFICE = new PressOffice();
    private static final List<Selection> SELECTIONS =
            List.of(Selection.EVERYTHING, new Selection(List.of(Language.SV), List.of("liikunta"), List.of(), ""));
    private static final Set<String> SEVERAL =
            Set.of("item", "category", "atom:link", "link", "media:content", "entry");

    @BeforeAll
    static void publish() {
        for (var language : Language.values()) {
            OFFICE.desk.keep(Drafts.of(
                    "a." + language,
                    "a",
                    language,
                    "Uimahalli & <kylpylä> \"auki\" 😀",
                    "<p>Katso <a href=\"https://example.fi/?a=1&b=2\">tästä</a>.</p><pre>\n  a</pre>",
                    Set.of("liikunta", "opetus")));
        }
        OFFICE.publishWith(
                "b",
                new Attachment(
                        URI.create("https://example.fi/ä.jpg"), "image/jpeg", 1234, "Halli, \"uusi\"", "Kuva: A"),
                new Attachment(URI.create("https://example.fi/b.pdf"), "application/pdf", 99, "", ""),
                new Attachment(URI.create("https://example.fi/c"), "", 0, "", ""));
        OFFICE.publishNaming("c", new Contact("", "", "", "", ""));
        var gone = OFFICE.publish("d", Language.SV, "<p>Bort.</p>", "liikunta");
        OFFICE.clock.advance(Duration.ofMinutes(1));
        OFFICE.desk.withdraw(gone);
    }

    @AfterAll
    static void close() {
        OFFICE.closeDatabase();
    }

    @Test
    void jsonFeedKeepsItsSchema() throws Exception {
        for (var page : pages(Format.JSON)) {
            assertThat(Schemas.errors("json-feed-1.1", JsonMapper.shared().readTree(page)))
                    .isEmpty();
        }
    }

    @Test
    void ninjsKeepsItsSchema() throws Exception {
        for (var page : pages(Format.NINJS)) {
            for (var item : JsonMapper.shared().readTree(page).get("items")) {
                assertThat(Schemas.errors("ninjs-3.0", item)).isEmpty();
            }
        }
    }

    @Test
    void everyElementThatMayStandOnceDoes() throws Exception {
        for (var format : List.of(Format.RSS, Format.ATOM)) {
            assertThat(parents(format)).allSatisfy(parent -> {
                var names = children(parent)
                        .map(Element::getTagName)
                        .filter(name -> !SEVERAL.contains(name) && !name.equals("at:deleted-entry"))
                        .toList();
                assertThat(names).doesNotHaveDuplicates();
            });
        }
    }

    @Test
    void rssHasWhatItsSpecificationAsksFor() throws Exception {
        for (var channel : all(Format.RSS, "channel").toList()) {
            for (var name : List.of("title", "link", "description", "managingEditor", "lastBuildDate", "ttl", "docs")) {
                assertThat(text(channel, name)).as(name).isNotBlank();
            }
            assertThat(text(channel, "managingEditor")).matches("[^\\s@]+@[^\\s@]+ \\([^,()]+\\)");
            assertThat(text(channel, "ttl")).matches("[1-9]\\d*");
        }
        assertThat(all(Format.RSS, "language"))
                .allMatch(element -> element.getTextContent().matches("fi|sv|en"));
        assertThat(all(Format.RSS, "item")).isNotEmpty().allSatisfy(item -> {
            assertThat(text(item, "title")).isNotBlank();
            assertThat(text(item, "link")).startsWith("https://");
            assertThat(text(item, "dc:creator")).isNotBlank();
            assertThat(children(item).map(Element::getTagName)).doesNotContain("author", "dc:date");
        });
        assertThat(all(Format.RSS, "guid"))
                .allMatch(guid -> guid.getAttribute("isPermaLink").equals("false"));
        assertThat(dom(Format.RSS, Selection.EVERYTHING, "guid").map(Element::getTextContent))
                .doesNotHaveDuplicates();
    }

    @Test
    void rssDatesAreThoseOfMail() throws Exception {
        assertThat(Stream.concat(all(Format.RSS, "pubDate"), all(Format.RSS, "lastBuildDate")))
                .isNotEmpty()
                .allSatisfy(date -> assertThat(
                                DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.getTextContent(), Instant::from))
                        .isBeforeOrEqualTo(OFFICE.clock.instant()));
    }

    @Test
    void anEnclosureHasAddressLengthAndType() throws Exception {
        assertThat(all(Format.RSS, "enclosure")).hasSize(1).allSatisfy(file -> {
            assertThat(file.getAttribute("url")).isEqualTo("https://example.fi/%C3%A4.jpg");
            assertThat(file.getAttribute("length")).matches("[1-9]\\d*");
            assertThat(file.getAttribute("type")).matches("[\\w.+-]+/[\\w.+-]+");
        });
    }

    @Test
    void atomHasWhatItsSpecificationAsksFor() throws Exception {
        assertThat(parents(Format.ATOM)).allSatisfy(parent -> {
            assertThat(URI.create(text(parent, "id")).isAbsolute()).isTrue();
            assertThat(text(parent, "title")).isNotBlank();
            assertThat(OffsetDateTime.parse(text(parent, "updated"))).isNotNull();
        });
        assertThat(all(Format.ATOM, "entry")).isNotEmpty().allSatisfy(entry -> assertThat(entry.getTextContent())
                .contains(text(entry, "published")));
        assertThat(all(Format.ATOM, "name"))
                .allMatch(name -> !name.getTextContent().isBlank());
        assertThat(dom(Format.ATOM, Selection.EVERYTHING, "id").map(Element::getTextContent))
                .doesNotHaveDuplicates();
    }

    @Test
    void linksAreAbsoluteAndEachIsThereOnce() throws Exception {
        for (var format : List.of(Format.RSS, Format.ATOM)) {
            var name = format == Format.RSS ? "atom:link" : "link";
            assertThat(parents(format)).allSatisfy(parent -> assertThat(children(parent)
                            .filter(child -> child.getTagName().equals(name))
                            .filter(link -> !link.getAttribute("rel").equals("enclosure"))
                            .map(link -> link.getAttribute("rel")
                                    + link.getAttribute("type")
                                    + link.getAttribute("hreflang")))
                    .doesNotHaveDuplicates());
            assertThat(all(format, name))
                    .allSatisfy(link -> assertThat(link.getAttribute("href")).startsWith("https://"));
            assertThat(all(format, name).filter(link -> link.getAttribute("rel").equals("self")))
                    .hasSize(SELECTIONS.size());
        }
    }

    @Test
    void contentHasNoRelativeAddressesAndNothingThatRuns() throws Exception {
        assertThat(Stream.concat(all(Format.RSS, "content:encoded"), all(Format.ATOM, "content")))
                .isNotEmpty()
                .allSatisfy(content -> {
                    var html = Jsoup.parseBodyFragment(content.getTextContent());
                    assertThat(html.select("[href]").eachAttr("href")).allMatch(link -> link.matches("\\w+:.*"));
                    assertThat(html.select("script, style, iframe, form, object, embed, meta, [style], [onclick]"))
                            .isEmpty();
                });
    }

    @Test
    void noElementSaysNothing() throws Exception {
        for (var format : List.of(Format.RSS, Format.ATOM)) {
            assertThat(all(format, "*").filter(element -> !element.hasAttributes()))
                    .allSatisfy(element -> assertThat(element.getTextContent())
                            .as(element.getTagName())
                            .isNotBlank()
                            .doesNotStartWith(" ")
                            .doesNotEndWith(" "));
        }
    }

    private static List<byte[]> pages(Format format) {
        return SELECTIONS.stream()
                .map(selection -> OFFICE.feed(format, selection))
                .toList();
    }

    /** Channel and items, or feed and entries. */
    private static Stream<Element> parents(Format format) throws Exception {
        return format == Format.RSS
                ? Stream.concat(all(format, "channel"), all(format, "item"))
                : Stream.concat(all(format, "feed"), all(format, "entry"));
    }

    private static Stream<Element> all(Format format, String name) throws Exception {
        return Stream.concat(dom(format, SELECTIONS.get(0), name), dom(format, SELECTIONS.get(1), name));
    }

    private static Stream<Element> dom(Format format, Selection selection, String name) throws Exception {
        var feed = new ByteArrayInputStream(OFFICE.feed(format, selection));
        var found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(feed)
                .getElementsByTagName(name);
        return list(found.getLength(), index -> (Element) found.item(index));
    }

    private static Stream<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return list(nodes.getLength(), index -> nodes.item(index) instanceof Element element ? element : parent)
                .filter(element -> element != parent);
    }

    private static String text(Element parent, String name) {
        return children(parent)
                .filter(child -> child.getTagName().equals(name))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> list(int length, Function<Integer, Element> element) {
        return IntStream.range(0, length).boxed().map(element);
    }
}
